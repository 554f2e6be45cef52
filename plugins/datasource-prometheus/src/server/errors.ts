import { defineErrors } from '@orrery/sdk'

interface Reason {
  /** Prometheus' own words. */
  readonly reason: string
}

/** Error types: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export const PrometheusError = defineErrors('PrometheusError', {
  PROMETHEUS_QUERY_INVALID: {
    status: 400,
    message: ({ reason, line, column }: Reason & { line?: number; column?: number }) =>
      line === undefined
        ? `Prometheus cannot read the query: ${reason}. Correct the PromQL.`
        : `Prometheus cannot read the query at line ${line}, character ${column}: ${reason}. Correct the PromQL there.`,
  },
  PROMETHEUS_MATCH_AMBIGUOUS: {
    status: 422,
    message: ({ reason }: Reason) =>
      `Prometheus cannot tell which series of both sides belong together: ${reason}. Name the labels with on() or ignoring(), add group_left or group_right, or aggregate one side.`,
  },
  PROMETHEUS_POINTS_EXCEEDED: {
    status: 422,
    message: ({ reason }: Reason) =>
      `Prometheus refuses so many points: ${reason}. Choose a shorter range or a larger min step.`,
  },
  PROMETHEUS_SAMPLES_EXCEEDED: {
    status: 422,
    message: ({ reason }: Reason) =>
      `The query needs more samples than Prometheus loads: ${reason}. Select fewer series, a shorter range, or use a recording rule.`,
  },
  PROMETHEUS_EXECUTION_FAILED: {
    status: 422,
    message: ({ reason }: Reason) => `Prometheus could not run the query: ${reason}.`,
  },
  PROMETHEUS_TIMEOUT: {
    status: 422,
    message: ({ reason }: Reason) =>
      `Prometheus stopped the query: ${reason}. Ask for a shorter range or fewer series.`,
  },
  PROMETHEUS_DENIED: {
    status: 502,
    message: ({ url, status }: { url: string; status: number }) =>
      `${url} refused the sign-in with status ${status}. Check user, password, token and headers of the datasource, and the tenant (X-Scope-OrgID) where there are tenants.`,
  },
  PROMETHEUS_NOT_READY: {
    status: 502,
    message: ({ url }: { url: string }) =>
      `${url} takes no queries just now, as a server does while it starts or stops. Try again soon; if it stays so, look at its log.`,
  },
  PROMETHEUS_STATUS: {
    status: 502,
    message: ({ url, status }: { url: string; status: number }) =>
      `${url} answered with status ${status}, which is not of the Prometheus API. Check the URL of the datasource and whatever stands before it; Mimir's ends with /prometheus.`,
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
