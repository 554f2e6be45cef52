import { declareFunctions } from './declare.ts'

export const histograms = declareFunctions('histogram', {
  histogram_quantile: {
    takes: 'quantile: scalar, b: instant',
    summary: 'The quantile, from 0 to 1, of a histogram: of its buckets by le, or of a native one.',
    example: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))',
  },
  histogram_quantiles: {
    takes: 'b: instant, label: string, quantile: scalar*',
    summary: 'Several quantiles of a histogram at once, told apart by a label.',
    example: 'histogram_quantiles(rate(http_request_duration_seconds[5m]), "quantile", 0.5, 0.95)',
    experimental: true,
  },
  histogram_fraction: {
    takes: 'lower: scalar, upper: scalar, b: instant',
    summary: 'Which share of the observations of a histogram lies between two values.',
    example: 'histogram_fraction(0, 0.2, rate(http_request_duration_seconds[1h]))',
  },
  histogram_avg: {
    takes: 'v: instant',
    summary: 'The mean of the observations of a native histogram.',
    example: 'histogram_avg(rate(http_request_duration_seconds[5m]))',
  },
  histogram_count: {
    takes: 'v: instant',
    summary: 'How many observations a native histogram has.',
    example: 'histogram_count(rate(http_request_duration_seconds[5m]))',
  },
  histogram_sum: {
    takes: 'v: instant',
    summary: 'The sum of the observations of a native histogram.',
    example: 'histogram_sum(rate(http_request_duration_seconds[5m]))',
  },
  histogram_stddev: {
    takes: 'v: instant',
    summary: 'The standard deviation of the observations of a native histogram, as its buckets have it.',
    example: 'histogram_stddev(rate(http_request_duration_seconds[5m]))',
  },
  histogram_stdvar: {
    takes: 'v: instant',
    summary: 'The variance of the observations of a native histogram, as its buckets have it.',
    example: 'histogram_stdvar(rate(http_request_duration_seconds[5m]))',
  },
})
