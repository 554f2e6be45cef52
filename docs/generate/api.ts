import { can, type Role } from '@orrery/access'
import { accessText, addresses, kinds, openApi, routes, type Route } from '@orrery/api'

const all = Object.values<Route>(routes)
const addressOf = ({ method, path }: Route) => `\`${method} ${path}\``
const escape = (text: string) => text.replaceAll('|', '\\|').replaceAll('{', '&#123;')

/** Every route of the API, by subject. */
export function apiPage(): string {
  const tags = [...new Set(all.map(({ tag }) => tag))].toSorted()
  return [
    '# HTTP API',
    '',
    'Every route of a host. A route with `{plural}` exists once for each kind: ' +
      `${kinds.map(({ plural }) => `\`${plural}\``).join(', ')}. What is sent and answered stands in the`,
    '[OpenAPI document](https://spec.openapis.org/oas/v3.1.0), which a host serves at `/api/v1/openapi.json`. How it is used',
    'stands in the [guide](../guide/api.md), who may do what in [permissions](permissions.md). This page is generated.',
    ...tags.flatMap((tag) => [
      '',
      `## ${tag}`,
      '',
      '| route | what it does | who may |',
      '| --- | --- | --- |',
      ...all
        .filter((route) => route.tag === tag)
        .map((route) => `| ${addressOf(route)} | ${escape(route.summary)} | ${accessText(route, undefined)} |`),
    ]),
    '',
  ].join('\n')
}

const roles: readonly Role[] = ['none', 'viewer', 'editor', 'admin']

/** Which role may use which route; a route of resources stands there once for each kind. */
export function permissionsPage(): string {
  const mark = (role: Role, { access }: Route, kind: string | undefined) => {
    if (access === 'open' || access === 'session') return '✓'
    const on = access.kind ?? kind
    return can({ id: '', name: '', role }, access.action, on === undefined ? undefined : { kind: on }) ? '✓' : ''
  }
  return [
    '# Permissions',
    '',
    'Which role may use which route, for people and for access tokens. Who is not signed in may use what is open. A route may',
    'ask for more by what is sent to it: `apply` for `write` on the kind of each resource, a query that is saved nowhere for',
    '`query:adhoc`. What one may not read is left out of lists. This page is generated; a test sends each of these requests as',
    'each role, signed in and by token.',
    '',
    '| route | nobody | none | viewer | editor | admin |',
    '| --- | --- | --- | --- | --- | --- |',
    ...addresses().map(({ route, path, kind }) => {
      const open = route.access === 'open' ? '✓' : ''
      return `| \`${route.method} ${path}\` | ${[open, ...roles.map((role) => mark(role, route, kind?.kind))].join(' | ')} |`
    }),
    '',
  ].join('\n')
}

/** The OpenAPI document, without the version of a host. */
export const openApiFile = (): string =>
  `${JSON.stringify(openApi({ title: 'Orrery', version: 'v1' }), undefined, 1)}\n`
