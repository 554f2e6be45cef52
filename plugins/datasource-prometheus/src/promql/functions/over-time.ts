import { declareFunctions } from './declare.ts'

export const overTime = declareFunctions('over-time', {
  avg_over_time: {
    takes: 'v: range',
    summary: 'The mean of all samples within the range.',
    example: 'avg_over_time(node_load1[1h])',
  },
  min_over_time: {
    takes: 'v: range',
    summary: 'The smallest sample within the range.',
    example: 'min_over_time(up[1h])',
  },
  max_over_time: {
    takes: 'v: range',
    summary: 'The largest sample within the range.',
    example: 'max_over_time(node_load1[1h])',
  },
  sum_over_time: {
    takes: 'v: range',
    summary: 'The sum of all samples within the range.',
    example: 'sum_over_time(jobs_done[1d])',
  },
  count_over_time: {
    takes: 'v: range',
    summary: 'How many samples there are within the range.',
    example: 'count_over_time(up[1h])',
  },
  quantile_over_time: {
    takes: 'quantile: scalar, v: range',
    summary: 'The quantile, from 0 to 1, of the samples within the range.',
    example: 'quantile_over_time(0.95, node_load1[1h])',
  },
  stddev_over_time: {
    takes: 'v: range',
    summary: 'The standard deviation of the samples within the range.',
    example: 'stddev_over_time(node_load1[1h])',
  },
  stdvar_over_time: {
    takes: 'v: range',
    summary: 'The variance of the samples within the range.',
    example: 'stdvar_over_time(node_load1[1h])',
  },
  mad_over_time: {
    takes: 'v: range',
    summary: 'The median distance of the samples within the range from their median.',
    example: 'mad_over_time(node_load1[1h])',
    experimental: true,
  },
  first_over_time: {
    takes: 'v: range',
    summary: 'The oldest sample within the range.',
    example: 'first_over_time(node_load1[1h])',
    experimental: true,
  },
  last_over_time: {
    takes: 'v: range',
    summary: 'The newest sample within the range, also where a series has ended since.',
    example: 'last_over_time(backup_size_bytes[1d])',
  },
  present_over_time: {
    takes: 'v: range',
    summary: '1 for each series that has any sample within the range.',
    example: 'present_over_time(up[1h])',
  },
  absent_over_time: {
    takes: 'v: range',
    summary: '1 when no series has a sample within the range, else nothing.',
    example: 'absent_over_time(up{job="api"}[10m])',
  },
  absent: {
    takes: 'v: instant',
    summary: '1 when the selector finds no series, else nothing.',
    example: 'absent(up{job="api"})',
  },
  ts_of_first_over_time: {
    takes: 'v: range',
    summary: 'When the oldest sample within the range was taken, in seconds since 1970.',
    example: 'ts_of_first_over_time(up[1h])',
    experimental: true,
  },
  ts_of_last_over_time: {
    takes: 'v: range',
    summary: 'When the newest sample within the range was taken, in seconds since 1970.',
    example: 'ts_of_last_over_time(up[1h])',
    experimental: true,
  },
  ts_of_min_over_time: {
    takes: 'v: range',
    summary: 'When the smallest sample within the range was last taken, in seconds since 1970.',
    example: 'ts_of_min_over_time(node_load1[1d])',
    experimental: true,
  },
  ts_of_max_over_time: {
    takes: 'v: range',
    summary: 'When the largest sample within the range was last taken, in seconds since 1970.',
    example: 'ts_of_max_over_time(node_load1[1d])',
    experimental: true,
  },
})
