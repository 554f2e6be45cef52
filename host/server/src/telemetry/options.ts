/** Where spans are sent, besides what the standard `OTEL_*` variables say. */
export interface TelemetryOptions {
  /** A collector that takes OTLP over HTTP, `http://collector:4318`; OTEL_EXPORTER_OTLP_ENDPOINT when omitted. */
  readonly endpoint?: string
  /** Spans hold the text of queries, which may be confidential; no when omitted. */
  readonly queryText?: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Whether spans are wanted: an address is given, and OTEL_SDK_DISABLED does not say otherwise. */
export const isTraced = ({ endpoint }: TelemetryOptions, environment: Environment): boolean =>
  environment['OTEL_SDK_DISABLED']?.toLowerCase() !== 'true' &&
  Boolean(endpoint || environment['OTEL_EXPORTER_OTLP_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'])
