import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code: number; readonly message?: string }
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[]
  }[]
}

/** A span as a collector got it. */
export interface CollectedSpan extends Omit<SentSpan, 'attributes'> {
  readonly attributes: Readonly<Record<string, unknown>>
}

const recordOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(
    attributes.map(({ key, value: { intValue, ...value } }) => [
      key,
      intValue === undefined ? Object.values(value)[0] : Number(intValue),
    ]),
  )

/** A collector on loopback that keeps what it is sent over OTLP/HTTP as JSON. */
export async function startCollector() {
  const spans: CollectedSpan[] = []
  const resources: Readonly<Record<string, unknown>>[] = []
  const requests: { readonly path: string | undefined; readonly headers: NodeJS.Dict<string | string[]> }[] = []
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url, headers: request.headers })
    const { resourceSpans } = (await json(request)) as Sent
    for (const { resource, scopeSpans } of resourceSpans) {
      resources.push(recordOf(resource.attributes))
      for (const { spans: sent } of scopeSpans)
        for (const span of sent) spans.push({ ...span, attributes: recordOf(span.attributes) })
    }
    response.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    resources,
    requests,
    /** Each span with its children by name, as `name > child`, sorted. */
    edges: () => {
      const nameOf = (id: string | undefined) => spans.find(({ spanId }) => spanId === id)?.name ?? 'the caller'
      return spans.map(({ name, parentSpanId }) => `${nameOf(parentSpanId)} > ${name}`).sort()
    },
    named: (name: string) => spans.filter((span) => span.name === name),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type Collector = Awaited<ReturnType<typeof startCollector>>
