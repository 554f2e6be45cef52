import { AnyResource, type Address, type Route } from '@orrery/api'
import type { Random } from './random.ts'
import { hostileTexts, hostileValue, spoiled, valueOf } from './values.ts'

export interface FuzzRequest {
  readonly method: string
  /** As it is sent: it may hold escapes that are none. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface FuzzContext {
  /** Resources that are stored, by kind. */
  readonly resources: Readonly<Record<string, { readonly id: string }>>
  /** Authorization headers of whoever asks. */
  readonly tokens: readonly string[]
}

const strange = [
  '/api/v1/',
  '/api/v1/nothing',
  '/api/v1/ns/default/../../session',
  '/api/v1/ns/default/dashboards/%E0%A4%A',
  '/api/v1/ns/default/dashboards/%00',
  '/api/v1/ns/%2e%2e/dashboards',
  '//api/v1/session',
  '/plugins/..%2f..%2f..%2fetc%2fpasswd',
  '/plugins/@test/%00',
  '/%',
  '/%c0%ae%c0%ae/',
  '/assets/../../etc/passwd',
  `/api/v1/ns/default/dashboards/${'a'.repeat(2000)}`,
  '/api/v1/session?__proto__[admin]=1&constructor=1',
]

// A lone surrogate cannot be escaped.
const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '?')

const escaped = (text: string, random: Random) => {
  const bad = ['%', '%zz', '%c3', '%00', '..%2f', 'a'.repeat(600)]
  return random.chance(0.3) ? random.pick(bad) : encodeURIComponent(wellFormed(text))
}

const pathOf = ({ path, route, kind }: Address, context: FuzzContext, random: Random, isFair: boolean) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known = context.resources[kind?.kind ?? 'folder']!.id
    const fair = { ns: 'default', kind: 'folder', id: random.chance(0.9) ? known : 'none' }[name]
    if (!isFair && random.chance(0.3)) return escaped(random.pick(hostileTexts), random)
    return fair ?? encodeURIComponent(String(valueOf(route.params!.properties[name]!, random)))
  })

function queryOf({ query }: Route, random: Random, isFair: boolean): string {
  if (!query || random.chance(0.3)) return ''
  const fair = Object.entries(valueOf(query, random) as object)
  const given = isFair ? fair : [...fair, [random.pick(['limit', 'after', 'q', 'x']), random.pick(hostileTexts)]]
  const pairs = given.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(String(value)))}`)
  return `?${pairs.join('&')}`
}

function bodyOf({ route, kind }: Address, context: FuzzContext, random: Random, isFair: boolean): string {
  const { body } = route
  const known = context.resources[kind?.kind ?? 'datasource']!
  const fair =
    !body || body === AnyResource
      ? known
      : route.path.endsWith('/apply')
        ? { resources: Object.values(context.resources), ...(random.chance(0.5) && { dryRun: true }) }
        : valueOf(body, random)
  const text = JSON.stringify(isFair ? fair : random.chance(0.7) ? spoiled(fair, random) : hostileValue(random))
  return !isFair && random.chance(0.1) ? text.slice(0, random.below(text.length)) : text
}

const types = ['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x', '']
const tags = ['*', '"a"', 'W/"a"', '"', '"a", "b"', 'x'.repeat(3000)]

function headersOf(context: FuzzContext, random: Random, isFair: boolean, hasBody: boolean): Record<string, string> {
  const odd: Record<string, string> = isFair
    ? {}
    : {
        [random.pick([
          'accept',
          'accept-encoding',
          'cookie',
          'origin',
          'x-forwarded-for',
          'traceparent',
          'last-event-id',
          'range',
        ])]: random.pick(['*', 'orrery=%', 'zstd;q=0', 'null', '0'.repeat(200), '\u00ff', 'bytes=0-99999999999']),
      }
  return {
    'orrery-request': '1',
    authorization: random.pick(context.tokens),
    ...(hasBody && { 'content-type': isFair || random.chance(0.8) ? 'application/json' : random.pick(types) }),
    ...(random.chance(0.5) && { 'if-match': random.chance(0.7) ? '*' : random.pick(tags) }),
    ...(random.chance(0.2) && { 'if-none-match': random.pick(tags) }),
    ...odd,
  }
}

/** A request of a route: fair, nearly so, or hostile. */
export function fuzzRequest(address: Address, context: FuzzContext, random: Random): FuzzRequest {
  const isFair = random.chance(0.4)
  const { route } = address
  const method =
    isFair || random.chance(0.95)
      ? route.method
      : random.pick(['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'])
  const hasBody = route.body !== undefined || (!isFair && random.chance(0.1))
  const body = hasBody ? bodyOf(address, context, random, isFair) : undefined
  return {
    method,
    path:
      !isFair && random.chance(0.05)
        ? random.pick(strange)
        : pathOf(address, context, random, isFair) + queryOf(route, random, isFair),
    headers: {
      ...headersOf(context, random, isFair, hasBody),
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    ...(body !== undefined && { body }),
  }
}
