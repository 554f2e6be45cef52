import { declareFunctions } from './declare.ts'

const part = (summary: string, example: string) => ({ takes: 'v: instant?', summary, example })

export const times = declareFunctions('time', {
  time: {
    takes: '',
    returns: 'scalar',
    summary: 'The time of the evaluation, in seconds since 1970.',
    example: 'time() - process_start_time_seconds',
  },
  timestamp: {
    takes: 'v: instant',
    summary: 'When each sample was taken, in seconds since 1970.',
    example: 'time() - timestamp(up)',
  },
  start_timestamp: {
    takes: 'v: instant',
    summary: 'When each counter or histogram began to count, in seconds since 1970.',
    example: 'start_timestamp(http_requests_total)',
    experimental: true,
  },
  minute: part('The minute of the hour in UTC, 0 to 59.', 'minute()'),
  hour: part('The hour of the day in UTC, 0 to 23.', 'up and on() hour() >= 8 < 18'),
  day_of_week: part('The day of the week in UTC, 0 is Sunday.', 'day_of_week() < 6'),
  day_of_month: part('The day of the month in UTC, 1 to 31.', 'day_of_month()'),
  day_of_year: part('The day of the year in UTC, 1 to 366.', 'day_of_year()'),
  days_in_month: part('How many days the month has, in UTC.', 'days_in_month()'),
  month: part('The month of the year in UTC, 1 to 12.', 'month()'),
  year: part('The year in UTC.', 'year()'),
  start: {
    takes: '',
    returns: 'scalar',
    summary: 'Where the range of the query begins, in seconds since 1970.',
    example: 'time() - start()',
    experimental: true,
  },
  end: {
    takes: '',
    returns: 'scalar',
    summary: 'Where the range of the query ends, in seconds since 1970.',
    example: 'end() - time()',
    experimental: true,
  },
  range: {
    takes: '',
    returns: 'scalar',
    summary: 'How long the range of the query is, in seconds.',
    example: 'range()',
    experimental: true,
  },
  step: {
    takes: '',
    returns: 'scalar',
    summary: 'The step of the query, in seconds.',
    example: 'step()',
    experimental: true,
  },
})
