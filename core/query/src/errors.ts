import { defineErrors } from '@orrery/schema'

const listed = (names: readonly string[]) => (names.length ? names.join(', ') : 'none')

export const QueryError = defineErrors('QueryError', {
  QUERY_TIMEOUT: {
    status: 504,
    message: ({ datasource, seconds }: { datasource: string; seconds: number }) =>
      `Datasource "${datasource}" did not answer within ${seconds} s. Ask for less, or raise its timeout.`,
  },
  QUERY_CANCELLED: {
    status: 499,
    message: ({ datasource }: { datasource: string }) =>
      `The query to datasource "${datasource}" was cancelled, because nobody waits for it any more. Run it again.`,
  },
  QUERY_SUSPENDED: {
    status: 503,
    message: ({
      datasource,
      failures,
      seconds,
      reason,
    }: {
      datasource: string
      failures: number
      seconds: number
      reason: string
    }) =>
      `Datasource "${datasource}" failed ${failures} times in a row and is left alone for ${seconds} s. The last reason: ${reason}`,
  },
  QUERY_BACKEND_FAILED: {
    status: 502,
    message: ({ reason }: { reason: string }) => `The backend refused the query: ${reason}`,
  },
  QUERY_FAILED: {
    status: 500,
    message: ({ datasource, refId }: { datasource: string; refId: string }) =>
      `Query ${refId} failed inside datasource "${datasource}". The log of the host has the reason.`,
  },
  QUERY_LIVE_INVALID: {
    status: 500,
    message: ({ refId }: { refId: string }) =>
      `Query ${refId} was sent rows that nothing can take. Send a series frame first whose only field is "value", a number.`,
  },
  QUERY_LIVE_LARGE: {
    status: 413,
    message: ({ refId, series, moments }: { refId: string; series: number; moments: number }) =>
      `Query ${refId} is too large to be followed: ${series} series of ${moments} moments. Choose a shorter range, or fewer series.`,
  },
  QUERY_VARIABLE_FORBIDDEN: {
    status: 403,
    message: ({ variable }: { variable: string }) =>
      `Variable "${variable}" does not admit this value. Choose one that the dashboard offers.`,
  },
  QUERY_VARIABLE_UNKNOWN: {
    status: 400,
    message: ({ variable, known }: { variable: string; known: readonly string[] }) =>
      `There is no variable "${variable}"; there are: ${listed(known)}. Correct the name, or write $$ for a dollar sign.`,
  },
  QUERY_VARIABLE_FORMAT: {
    status: 400,
    message: ({ variable, format, known }: { variable: string; format: string; known: readonly string[] }) =>
      `Variable "${variable}" is asked for as "${format}", which is no format; there are: ${listed(known)}. Use one of these, or none.`,
  },
  QUERY_VARIABLE_RAW: {
    status: 400,
    message: ({ variable, format }: { variable: string; format: string }) =>
      `Variable "${variable}" may hold text that somebody typed, so a query does not take it as "${format}". Leave the format out, or let the variable admit listed values only.`,
  },
  TRANSFORM_UNKNOWN: {
    status: 400,
    message: ({ type }: { type: string }) =>
      `There is no transformation "${type}" here, so it is passed over. Install the plugin that has it, or remove the step.`,
  },
  TRANSFORM_VERSION: {
    status: 400,
    message: ({ type, from, to }: { type: string; from: number; to: number }) =>
      `Options of transformation "${type}" are of version ${from}, and this host has version ${to}, so it is passed over. Update the host or the plugin, or set the step up anew.`,
  },
  EXPRESSION_SYNTAX: {
    status: 400,
    message: ({ expression, position, reason }: { expression: string; position: number; reason: string }) =>
      `The expression "${expression}" cannot be read at character ${position + 1}: ${reason}`,
  },
  EXPRESSION_REF_UNKNOWN: {
    status: 400,
    message: ({ refId, input, known }: { refId: string; input: string; known: readonly string[] }) =>
      `Expression ${refId} takes "${input}", which is neither a query nor a variable; there are: ${listed(known)}. Correct the name, or add the query.`,
  },
  EXPRESSION_CYCLE: {
    status: 400,
    message: ({ refId, path }: { refId: string; path: readonly string[] }) =>
      `Expression ${refId} is calculated of itself: ${path.join(' of ')}. Let one of them take something else.`,
  },
  EXPRESSION_INPUT_FAILED: {
    status: 424,
    message: ({ refId, input, reason }: { refId: string; input: string; reason: string }) =>
      `Expression ${refId} is not calculated, because ${input} failed: ${reason}`,
  },
  EXPRESSION_INPUT_KIND: {
    status: 400,
    message: ({ input, reason }: { input: string; reason: string }) =>
      `Nothing can be calculated of ${input}: ${reason}`,
  },
  EXPRESSION_SERIES_NEEDED: {
    status: 400,
    message: ({ refId, input }: { refId: string; input: string }) =>
      `Expression ${refId} resamples ${input}, which has single numbers and no series. Take series, or leave this step out.`,
  },
  EXPRESSION_VALUES: {
    status: 400,
    message: ({ refId, condition }: { refId: string; condition: string }) =>
      `Condition "${condition}" of expression ${refId} compares with a range, but has one value. Enter both ends.`,
  },
  EXPRESSION_VARIABLE: {
    status: 400,
    message: ({ refId, variable, value }: { refId: string; variable: string; value: string }) =>
      `Expression ${refId} calculates with variable "${variable}", which is "${value}" and no number. Choose a value that is one.`,
  },
  EXPRESSION_WINDOW: {
    status: 400,
    message: ({ refId, window }: { refId: string; window: string }) =>
      `Expression ${refId} resamples to windows of ${window}, of which none ends in the range that is shown. Choose a shorter window, or a longer range.`,
  },
  EXPRESSION_LARGE: {
    status: 413,
    message: ({ refId, points, limit }: { refId: string; points: number; limit: number }) =>
      `Expression ${refId} would make ${points} points; at most ${limit} are calculated. Let its inputs match in fewer series, or have fewer points.`,
  },
  TIME_INVALID: {
    status: 400,
    message: ({ expression }: { expression: string }) =>
      `"${expression}" is not a time. Write now, now-1h, now-1d/d, now/fQ, an ISO 8601 date, or milliseconds since 1970.`,
  },
  TIME_ZONE_UNKNOWN: {
    status: 400,
    message: ({ zone }: { zone: string }) =>
      `"${zone}" is not a time zone. Use an IANA name such as Europe/Berlin, or UTC.`,
  },
  TIME_RANGE_REVERSED: {
    status: 400,
    message: ({ from, to }: { from: string; to: string }) =>
      `The range begins at ${from}, after its end ${to}. Swap them.`,
  },
  WIRE_TRUNCATED: {
    status: 502,
    message: () => 'The answer ended before its end message: the connection was cut off. Ask again.',
  },
  WIRE_MALFORMED: {
    status: 502,
    message: ({ reason }: { reason: string }) =>
      `The answer is not a stream of frames: ${reason}. Check what stands between.`,
  },
  WIRE_HEADER_TOO_LARGE: {
    status: 502,
    message: ({ bytes, limit }: { bytes: number; limit: number }) =>
      `A message announces a header of ${bytes} bytes; at most ${limit} are taken. Check what wrote it.`,
  },
  WIRE_BODY_TOO_LARGE: {
    status: 502,
    message: ({ bytes, limit }: { bytes: number; limit: number }) =>
      `A message announces a body of ${bytes} bytes; at most ${limit} are taken. Ask for less.`,
  },
})
export type QueryError = InstanceType<typeof QueryError>
