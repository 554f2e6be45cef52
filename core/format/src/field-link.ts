import { Type, type Static } from '@orrery/schema'
import { showVariable } from './template/fill-text.ts'
import { parseTemplate, type VariableSegment } from './template/template.ts'
import { listOf, readVariable, toDetailed, type VariableScope } from './template/variable-value.ts'

/** A link that a value offers. */
export const FieldLink = Type.Object(
  {
    title: Type.String({ title: 'Title' }),
    url: Type.String({
      title: 'URL',
      description:
        'May hold ${__value.raw}, ${__value.text}, ${__field.name}, ${__field.labels.x}, ${__series.name} or ${__name}, ${__data.fields.x}, ${__url_time_range}, and variables of the dashboard: ${x}, or ${__all_variables}.',
    }),
    newTab: Type.Optional(Type.Boolean({ title: 'Open in a new tab' })),
  },
  { title: 'Link' },
)
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
  readonly variables?: VariableScope | undefined
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
  __name: ({ name, field }) => name ?? field ?? '',
  __from: ({ range }) => toText(range?.from),
  __to: ({ range }) => toText(range?.to),
}

/** A text of the link's own value, field or row; undefined where it is no such text, so that it stays as it is. */
function readingOf({ variable, path }: VariableSegment, context: LinkContext): string | undefined {
  const [group, ...rest] = path
  const key = rest.join('.')
  if (variable === '__data' && group === 'fields' && rest.length > 0) return toText(context.cell?.(key))
  if (variable === '__field' && group === 'labels' && rest.length > 0) {
    const { labels = {} } = context
    return Object.hasOwn(labels, key) ? labels[key]! : ''
  }
  const name = [variable, ...path].join('.')
  return Object.hasOwn(readings, name) ? readings[name]!(context) : undefined
}

/** What a segment stands for, before it is written into its place; undefined where it stays as it is. */
export function readSegment(segment: VariableSegment, context: LinkContext, isValue: boolean): string | undefined {
  const { variables = {} } = context
  const reading = readingOf(segment, context)
  const value = reading === undefined ? readVariable(segment, variables) : { value: reading }
  if (!value) return undefined
  // People read texts, and addresses hold values.
  return isValue && segment.format === undefined
    ? listOf(value.value).join(',')
    : showVariable(segment, value, variables)
}

/** What is query parameters already. */
export const parameters: Readonly<Record<string, (context: LinkContext) => string>> = {
  __url_time_range: ({ range }) => (range ? `from=${range.from}&to=${range.to}` : ''),
  __all_variables: ({ variables = {} }) =>
    Object.entries(variables)
      .filter(([name]) => !name.startsWith('__'))
      .flatMap(([name, value]) => listOf(toDetailed(value).value).map((text) => `var-${encode(name)}=${encode(text)}`))
      .join('&'),
}

// Half a character has no code.
export const encode = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

/** What these write is part of a URL as it is. */
const formatsOfUrls: ReadonlySet<string> = new Set([
  'customqueryparam',
  'percentencode',
  'queryparam',
  'raw',
  'uriencode',
])

function fill(template: string, context: LinkContext, isUrl: boolean): string {
  const write = (segment: VariableSegment, isFirst: boolean) => {
    const { variable, format, source } = segment
    if (Object.hasOwn(parameters, variable)) return parameters[variable]!(context)
    const text = readSegment(segment, context, isUrl)
    if (text === undefined) return source
    if (!isUrl || (format !== undefined && formatsOfUrls.has(format))) return text
    return isFirst ? text.trim() : encode(text)
  }
  return parseTemplate(template)
    .map((segment, index) => ('text' in segment ? segment.text : write(segment, index === 0)))
    .join('')
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
  const href = fill(url.trim(), context, true)
  if (href === '' || !isSafeUrl(href)) return undefined
  const filled = fill(title, context, false)
  return { title: filled === '' ? href : filled, href, newTab }
}
