import { Type, type Static } from '@orrery/schema'

/** A link that a value offers. */
export const FieldLink = Type.Object({
  title: Type.String({ title: 'Title' }),
  url: Type.String({
    title: 'URL',
    description:
      'May hold ${__value.raw}, ${__value.text}, ${__field.name}, ${__field.labels.x}, ${__series.name}, ${__data.fields.x}, ${__url_time_range}, and variables of the dashboard: ${x}, or ${__all_variables}.',
  }),
  newTab: Type.Optional(Type.Boolean({ title: 'Open in a new tab' })),
})
export type FieldLink = Static<typeof FieldLink>

/** What the texts of a link may tell of. */
export interface LinkContext {
  /** The value that the link is of: as it is, and as the panel shows it. */
  readonly value?: { readonly raw: unknown; readonly text: string } | undefined
  /** When the value was, in milliseconds. */
  readonly time?: number | undefined
  /** The name of the field, and of the series as it is shown. */
  readonly field?: string | undefined
  readonly name?: string | undefined
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** A cell of the same row, by the name of its field; undefined where there is no such field. */
  readonly cell?: ((field: string) => unknown) | undefined
  readonly range?: { readonly from: number; readonly to: number } | undefined
  /** Of the dashboard, by name. */
  readonly variables?: Readonly<Record<string, string | readonly string[]>> | undefined
}

/** A link that can be followed. */
export interface FilledLink {
  readonly title: string
  readonly href: string
  readonly newTab: boolean
}

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const toNumber = (value: unknown) => {
  const number = typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? String(number) : ''
}

const readings: Readonly<Record<string, (context: LinkContext) => string>> = {
  __value: ({ value }) => toText(value?.raw),
  '__value.raw': ({ value }) => toText(value?.raw),
  '__value.numeric': ({ value }) => toNumber(value?.raw),
  '__value.text': ({ value }) => value?.text ?? '',
  '__value.time': ({ time }) => toText(time),
  '__field.name': ({ field }) => field ?? '',
  '__series.name': ({ name }) => name ?? '',
  __from: ({ range }) => toText(range?.from),
  __to: ({ range }) => toText(range?.to),
}

const ofCells = '__data.fields'

/** The text of a variable; undefined where it is none of a link's, so that it stays as it is. */
function readingOf(name: string, key: string | undefined, context: LinkContext): string | undefined {
  const { variables = {} } = context
  if (key === undefined && Object.hasOwn(variables, name)) return [variables[name]!].flat().join(',')
  if (key === undefined) return Object.hasOwn(readings, name) ? readings[name]!(context) : undefined
  if (name === ofCells) return toText(context.cell?.(key))
  const { labels = {} } = context
  return Object.hasOwn(labels, key) ? labels[key]! : ''
}

/** What is query parameters already. */
const parameters: Readonly<Record<string, (context: LinkContext) => string>> = {
  __url_time_range: ({ range }) => (range ? `from=${range.from}&to=${range.to}` : ''),
  __all_variables: ({ variables = {} }) =>
    Object.entries(variables)
      .flatMap(([name, values]) => [values].flat().map((value) => `var-${encode(name)}=${encode(value)}`))
      .join('&'),
}

// ${name}, ${__data.fields.key} or ${__data.fields["key"]}.
const variable = /\$\{(?:(__field\.labels|__data\.fields)(?:\.([^}"[\]]+)|\["([^"]*)"\])|(\w[\w.]*))\}/g

// Half a character has no code.
const encode = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

type Change = (text: string, offset: number) => string

function fill(template: string, context: LinkContext, change: Change): string {
  return template.replace(
    variable,
    (whole: string, group: string | undefined, key: string, quoted: string, name: string, offset: number) => {
      if (Object.hasOwn(parameters, name)) return parameters[name]!(context)
      const text = readingOf(group ?? name, group === undefined ? undefined : (key ?? quoted), context)
      return text === undefined ? whole : change(text, offset)
    },
  )
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

// As browsers read a URL: blanks and control characters before it, and breaks within, are left out.
const toScheme = (url: string) => /^([a-z][a-z\d+.-]*:)/i.exec(url.replaceAll(/^[\0- ]+|[\t\n\r]/g, ''))?.[1]

/** Whether a URL may stand in a link: it leads to another page, and runs nothing. */
export function isSafeUrl(url: string): boolean {
  const scheme = toScheme(url)
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}

/**
 * A link with the texts of its value. In the URL they are encoded as parts of one, but for a text that begins it: that is
 * a URL itself. Undefined where the URL is empty, or neither http, https, mailto, tel nor relative: such as `javascript:`.
 */
export function fillLink({ title, url, newTab = false }: FieldLink, context: LinkContext): FilledLink | undefined {
  const href = fill(url.trim(), context, (text, offset) => (offset === 0 ? text.trim() : encode(text)))
  if (href === '' || !isSafeUrl(href)) return undefined
  const filled = fill(title, context, (text) => text)
  return { title: filled === '' ? href : filled, href, newTab }
}
