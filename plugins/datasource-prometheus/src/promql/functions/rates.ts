import { declareFunctions } from './declare.ts'

export const rates = declareFunctions('rate', {
  rate: {
    takes: 'v: range',
    summary: 'How much a counter grows per second, averaged over the range; resets are allowed for.',
    example: 'rate(http_requests_total[5m])',
  },
  irate: {
    takes: 'v: range',
    summary: 'How much a counter grew per second between the last two samples of the range.',
    example: 'irate(http_requests_total[5m])',
  },
  increase: {
    takes: 'v: range',
    summary: 'How much a counter has grown over the whole range; resets are allowed for.',
    example: 'increase(http_requests_total[1h])',
  },
  delta: {
    takes: 'v: range',
    summary: 'The difference between the end and the beginning of the range, for gauges.',
    example: 'delta(room_temperature_celsius[2h])',
  },
  idelta: {
    takes: 'v: range',
    summary: 'The difference between the last two samples of the range, for gauges.',
    example: 'idelta(room_temperature_celsius[5m])',
  },
  deriv: {
    takes: 'v: range',
    summary: 'The slope per second of a straight line laid through the samples of a gauge.',
    example: 'deriv(node_filesystem_free_bytes[1h])',
  },
  predict_linear: {
    takes: 'v: range, seconds: scalar',
    summary: 'What a gauge will be in so many seconds if it goes on in a straight line.',
    example: 'predict_linear(node_filesystem_free_bytes[6h], 86400)',
  },
  double_exponential_smoothing: {
    takes: 'v: range, smoothing: scalar, trend: scalar',
    summary: 'A gauge smoothed by two factors between 0 and 1: for its level and for its trend.',
    example: 'double_exponential_smoothing(room_temperature_celsius[1h], 0.5, 0.1)',
    experimental: true,
  },
  changes: {
    takes: 'v: range',
    summary: 'How often the value has changed within the range.',
    example: 'changes(process_start_time_seconds[1d])',
  },
  resets: {
    takes: 'v: range',
    summary: 'How often a counter has fallen back within the range, mostly by restarts.',
    example: 'resets(http_requests_total[1d])',
  },
})
