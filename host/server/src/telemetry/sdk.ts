import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace'
import type { HostLog } from '../log/log.ts'
import { hostVersion } from '../version.ts'
import type { TelemetryOptions } from './options.ts'
import { toSampler } from './sampler.ts'

/** How long the last spans may take where the collector was away already, in milliseconds. */
const AWAY_MS = 500

export interface SdkOptions extends TelemetryOptions {
  readonly log: HostLog
  /** How long the last spans may take to be sent, in milliseconds. */
  readonly graceMs: number
}

/**
 * Sends the spans of this process to a collector, in batches, from now until the answer is called. What OTEL_* variables
 * say of the exporter, the resource and the sampler holds.
 */
export function startSdk({ endpoint, log, graceMs }: SdkOptions): () => Promise<void> {
  const { OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: argument } = process.env
  const exporter = new OTLPTraceExporter(endpoint ? { url: `${endpoint.replace(/\/$/, '')}/v1/traces` } : {})
  const told = tellOnce(exporter, log)
  const provider = new TracerProvider({
    sampler: toSampler(sampler || undefined, argument || undefined),
    spanProcessors: [new BatchSpanProcessor({ exporter: told.exporter })],
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'orrery', 'service.version': hostVersion }))
      .merge(detectResources({ detectors: [envDetector] })),
  })
  if (!trace.setGlobalTracerProvider(provider)) {
    log.warn('This process sends its spans elsewhere already; those of the host go there too.')
    return () => provider.shutdown()
  }
  const manager = new AsyncLocalStorageContextManager().enable()
  context.setGlobalContextManager(manager)
  return async () => {
    trace.disable()
    context.disable()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, told.isAway() ? Math.min(AWAY_MS, graceMs) : graceMs)
    })
    await Promise.race([provider.shutdown().catch(() => {}), late])
    clearTimeout(timer)
  }
}

/** Warns once when the collector goes away, and says once when it is back; lost spans are no failure of the host. */
function tellOnce(exporter: SpanExporter, log: HostLog) {
  let isAway = false
  const told: SpanExporter = {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.error !== undefined
        if (failed && !isAway)
          log.warn('Spans cannot be sent, and are lost until they can. Check the collector and its address.', {
            error: result.error,
          })
        if (!failed && isAway) log.info('Spans are sent again.')
        isAway = failed
        done({ code: 0 })
      }),
    shutdown: () => exporter.shutdown(),
  }
  return { exporter: told, isAway: () => isAway }
}
