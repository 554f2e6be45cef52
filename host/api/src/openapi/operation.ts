import type { Kind } from '@orrery/resource'
import type { TObject } from '@orrery/schema'
import { isMedia, type Answer, type Route } from '../route.ts'
import { StoredResourceBody } from '../resources.ts'
import { namesOf, titleOf, use, write, type Json, type Names } from './components.ts'

/** `getResource` of dashboards as `getDashboard`, `listHistory` as `listHistoryOfDashboard`. */
export function operationId(name: string, kind: Kind | undefined): string {
  if (!kind) return name
  if (name.includes('Resources')) return name.replace('Resources', titleOf(kind.plural))
  return name.includes('Resource') ? name.replace('Resource', titleOf(kind.kind)) : `${name}Of${titleOf(kind.kind)}`
}

const parameters = (place: 'path' | 'query' | 'header', schema: TObject | undefined, names: Names) =>
  Object.entries(schema?.properties ?? {})
    .filter(([name]) => name !== 'plural')
    .map(([name, property]) => {
      const { description, ...rest } = write(property, names) as { readonly [key: string]: Json }
      return {
        name,
        in: place,
        required: place === 'path' || (schema?.required as readonly string[] | undefined)?.includes(name) === true,
        ...(description !== undefined && { description }),
        schema: rest,
      }
    })

const words: Readonly<Record<number, string>> = { 200: 'The answer.', 201: 'It was made.', 204: 'It is done.' }
const etag = { ETag: { $ref: '#/components/headers/ETag' } }

function response(status: number, answer: Answer, hasEtag: boolean, names: Names): Json {
  const description = words[status] ?? 'It is done.'
  if (answer === 'nothing') return { description }
  if (isMedia(answer)) return { description, content: { [answer.mediaType.split(';')[0]!]: {} } }
  return {
    description,
    ...(hasEtag && { headers: etag }),
    content: { 'application/json': { schema: use(answer, names) } },
  }
}

/** Whom a route asks for, in words. */
export function accessText({ access }: Pick<Route, 'access'>, kind: Kind | undefined): string {
  if (access === 'open') return 'Open to everybody.'
  if (access === 'session') return 'For everybody who is signed in.'
  const on = access.kind ?? kind?.kind
  return `Needs the action \`${access.action}\`${on === undefined ? '' : ` on the kind \`${on}\``}.`
}

/** One operation of the document; a route of resources has one for each kind. */
export function operation(name: string, route: Route, kind: Kind | undefined): Json {
  const { method, summary, description, tag, access, params, query, headers, body, answers } = route
  const names = namesOf(kind)
  const statuses = Object.entries(answers).map(([status, answer]) => [Number(status), answer] as const)
  const isJson = (answer: Answer) => answer !== 'nothing' && !isMedia(answer)
  const isReadJson = method === 'GET' && statuses.some(([, answer]) => isJson(answer))
  return {
    operationId: operationId(name, kind),
    summary,
    description: [description, accessText(route, kind)].filter((text) => text !== undefined).join('\n\n'),
    tags: [kind ? `${tag}: ${kind.plural}` : tag],
    security: access === 'open' ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parameters('path', params, names),
      ...parameters('query', query, names),
      ...parameters('header', headers, names),
      ...(isReadJson ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
      ...(method === 'GET' ? [] : [{ $ref: '#/components/parameters/OrreryRequest' }]),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: use(body, names) } } } }),
    responses: {
      ...Object.fromEntries(
        statuses.map(([status, answer]) => [
          String(status),
          response(status, answer, isReadJson || answer === StoredResourceBody, names),
        ]),
      ),
      ...(isReadJson && { '304': { description: 'It is still what the asker has.', headers: etag } }),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}
