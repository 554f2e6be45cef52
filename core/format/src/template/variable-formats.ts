import { formatDatePattern } from './date-pattern.ts'
import { listOf, type DetailedValue } from './variable-value.ts'

/** What a format writes with. */
export interface FormatRequest {
  readonly variable: string
  readonly value: DetailedValue
  /** What stands after the format's name: `${day:date:YYYY}`. */
  readonly argument?: string | undefined
  /** Of dates; UTC when omitted. */
  readonly timeZone?: string | undefined
}

/** A way to write values: `${name:format}`. */
export interface VariableFormat {
  readonly id: string
  /** What it writes, for people. */
  readonly description: string
  /**
   * What is written may change what a query means, so a query takes it only of listed values. The others write nothing
   * but letters, digits and marks that no grammar minds.
   */
  readonly isRaw: boolean
  readonly write: (request: FormatRequest) => string
}

// Half a character has no code.
const whole = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
const encodeStrictly = (text: string) =>
  encodeURIComponent(whole(text)).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
const escapeRegex = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
const quoteBy = (quote: string) => (text: string) =>
  quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeLucene = (text: string) => text.replaceAll(/[+\-=&|><!(){}[\]^"~*?:\\/ ]/g, String.raw`\$&`)

/** One value as `one` writes it, several joined. */
const each =
  (one: (text: string) => string, separator: string) =>
  ({ value }: FormatRequest) =>
    listOf(value.value).map(one).join(separator)
const same = (text: string) => text

const toParameters = ({ value: { value } }: FormatRequest, name: string, prefix: string) =>
  listOf(value)
    .map((text) => `${encodeStrictly(name)}=${encodeStrictly(prefix + text)}`)
    .join('&')

const table: readonly VariableFormat[] = [
  { id: 'csv', description: 'a,b', isRaw: true, write: each(same, ',') },
  {
    id: 'customqueryparam',
    description: 'name=a&name=b; customqueryparam:NAME:PREFIX sets the name, and what stands before each value',
    isRaw: false,
    write: (request) => {
      const [name = '', ...prefix] = (request.argument ?? '').split(':')
      return toParameters(request, name || request.variable, prefix.join(':'))
    },
  },
  {
    id: 'date',
    description: 'Milliseconds as a time: date (ISO 8601), date:seconds, or a pattern as date:YYYY-MM-DD',
    isRaw: false,
    write: ({ value, argument, timeZone = 'UTC' }) =>
      listOf(value.value)
        .map((text) => formatDatePattern(Number(text), argument || 'iso', timeZone))
        .join(','),
  },
  {
    id: 'distributed',
    description: 'a,name=b',
    isRaw: true,
    write: ({ variable, value }) => listOf(value.value).join(`,${variable}=`),
  },
  { id: 'doublequote', description: '"a","b"', isRaw: true, write: each(quoteBy('"'), ',') },
  {
    id: 'glob',
    description: '{a,b}; one value stands alone',
    isRaw: true,
    write: ({ value }) => {
      const values = listOf(value.value)
      return values.length === 1 ? values[0]! : `{${values.join(',')}}`
    },
  },
  {
    id: 'html',
    description: 'a, b, with what HTML minds escaped',
    isRaw: true,
    write: each((text) => text.replaceAll(/[&<>"']/g, (char) => entities[char]!), ', '),
  },
  {
    id: 'join',
    description: 'a,b; join:SEPARATOR sets what stands between',
    isRaw: true,
    write: ({ value, argument = ',' }) => listOf(value.value).join(argument),
  },
  { id: 'json', description: '["a","b"]', isRaw: true, write: ({ value }) => JSON.stringify(value.value) },
  {
    id: 'lucene',
    description: '("a" OR "b"), escaped for Lucene; one value stands alone',
    isRaw: true,
    write: ({ value }) => {
      const values = listOf(value.value)
      if (values.length === 1) return escapeLucene(values[0]!)
      return values.length === 0 ? '__empty__' : `(${values.map(quoteBy('"')).join(' OR ')})`
    },
  },
  {
    id: 'percentencode',
    description: 'a%2Cb: everything but letters, digits and -_.~ encoded',
    isRaw: false,
    write: ({ value }) => encodeStrictly(listOf(value.value).join(',')),
  },
  { id: 'pipe', description: 'a|b', isRaw: true, write: each(same, '|') },
  {
    id: 'queryparam',
    description: 'var-name=a&var-name=b, as the address of a dashboard has it',
    isRaw: false,
    write: (request) => toParameters(request, `var-${request.variable}`, ''),
  },
  { id: 'raw', description: 'a,b, as it is', isRaw: true, write: each(same, ',') },
  {
    id: 'regex',
    description: '(a|b), escaped for regular expressions; one value stands alone',
    isRaw: true,
    write: ({ value }) => {
      const values = listOf(value.value).map(escapeRegex)
      return values.length === 1 ? values[0]! : `(${values.join('|')})`
    },
  },
  { id: 'singlequote', description: "'a','b'", isRaw: true, write: each(quoteBy("'"), ',') },
  {
    id: 'sqlstring',
    description: "'a','b', quotes within doubled as SQL has it",
    isRaw: true,
    write: each((text) => `'${text.replaceAll("'", "''")}'`, ','),
  },
  {
    id: 'text',
    description: 'A + B: what the list shows for the values',
    isRaw: true,
    write: ({ value: { value, text = value } }) => listOf(text).join(' + '),
  },
  {
    id: 'uriencode',
    description: 'a,b: what may not stand in an address encoded',
    isRaw: true,
    write: ({ value }) => encodeURI(whole(listOf(value.value).join(','))),
  },
]

/** All ways to write values, by name. */
export const variableFormats: ReadonlyMap<string, VariableFormat> = new Map(table.map((format) => [format.id, format]))
