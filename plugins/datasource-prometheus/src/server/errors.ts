import { defineErrors } from '@orrery/sdk'

/** Error types: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export const PrometheusError = defineErrors('PrometheusError', {
  PROMETHEUS_QUERY_INVALID: {
    status: 400,
    message: ({ reason }: { reason: string }) => `Prometheus cannot read the query: ${reason}. Correct the PromQL.`,
  },
  PROMETHEUS_EXECUTION_FAILED: {
    status: 422,
    message: ({ reason }: { reason: string }) => `Prometheus could not run the query: ${reason}.`,
  },
  PROMETHEUS_TIMEOUT: {
    status: 422,
    message: ({ reason }: { reason: string }) =>
      `Prometheus stopped the query: ${reason}. Ask for a shorter range or fewer series.`,
  },
  PROMETHEUS_DENIED: {
    status: 502,
    message: ({ url, status }: { url: string; status: number }) =>
      `${url} refused the sign-in with status ${status}. Check user, password, token and headers of the datasource.`,
  },
  PROMETHEUS_STATUS: {
    status: 502,
    message: ({ url, status }: { url: string; status: number }) =>
      `${url} answered with status ${status}, which is not of the Prometheus API. Check the URL of the datasource and whatever stands before it.`,
  },
  PROMETHEUS_ANSWER_INVALID: {
    status: 502,
    message: ({ url, reason }: { url: string; reason: string }) =>
      `The answer of ${url} is not one of the Prometheus API: ${reason}. Check that the URL is that of a Prometheus server.`,
  },
  PROMETHEUS_VARIABLE_MISPLACED: {
    status: 400,
    message: ({ name, reason }: { name: string; reason: string }) =>
      `The variable $${name} cannot stand there: ${reason}.`,
  },
})
