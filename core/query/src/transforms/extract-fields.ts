import type { Column, Frame, Json, TableFrame } from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { delimiterExtractor, jsonExtractor, pairsExtractor, patternExtractor, type Extract } from './field-extractor.ts'
import { FieldName } from './field-name.ts'
import { findName, toRows } from './fields.ts'
import { inferColumn } from './inferred-column.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

/** The most fields that are made of one. */
const MAX_FIELDS = 1000

const Options = Type.Object({
  source: FieldName({ title: 'Source', default: '' }),
  format: Choice(
    {
      auto: 'Automatic',
      json: 'JSON',
      kvp: 'Pairs: key=value',
      regexp: 'Pattern',
      delimiter: 'Parts between a delimiter',
    },
    { title: 'Format', default: 'auto' },
  ),
  paths: Type.Array(
    Type.Object({
      path: Type.String({ title: 'Path', maxLength: 1000, ...ui({ placeholder: 'user.roles[0]' }) }),
      name: Type.Optional(Type.String({ title: 'Name', maxLength: 1024 })),
    }),
    {
      title: 'Paths',
      description: 'None: all members.',
      maxItems: 1000,
      default: [],
      ...ui({ showIf: { format: 'json' } }),
    },
  ),
  pattern: Type.String({
    title: 'Pattern',
    description: 'Named groups become fields: (?<status>\\d+).',
    maxLength: 1000,
    default: '',
    ...ui({ showIf: { format: 'regexp' } }),
  }),
  delimiter: Type.String({
    title: 'Delimiter',
    maxLength: 100,
    default: ',',
    ...ui({ showIf: { format: 'delimiter' } }),
  }),
  replace: Type.Boolean({ title: 'Replace all fields', default: false }),
  keepTime: Type.Boolean({ title: 'Keep the time', default: false, ...ui({ showIf: { replace: true } }) }),
})
type Options = Static<typeof Options>

/** Fields of what the cells of a field hold. */
export const extractFields = builtIn({
  id: 'extractFields',
  title: 'Extract fields',
  group: 'fields',
  description: 'Makes fields of JSON, pairs, or other texts that a field holds.',
  keywords: ['json', 'parse', 'regex', 'logfmt', 'split', 'labels'],
  notes: `
New fields follow the others, in the order in which they are met; of equal names the second is \`name (2)\`. They are of
numbers or booleans when all their values are, or are texts that read so (not 007); of JSON when some are objects or lists,
else of text. A cell that has no such part, or is of another format, is missing there. No more than 1,000 fields are
made, and that is told.

Automatic is JSON where a text begins like it, else pairs. Groups of a pattern without names are called 1, 2, 3. The parts
between a delimiter are fields that are 1 where the part is there, as in Grafana.

Series become rows; the source may be a label or a value field of text. A frame without the source stays as it is.
`,
  options: Options,
  apply: (frames, options, context) => {
    if (options.source === '') return frames
    const extract = extractorOf(options, context)
    let isFound = false
    const made = frames.map((frame) => {
      const found = sourceOf(frame, options.source)
      if (!found) return frame
      isFound = true
      return extracted(found.table, found.source, extract, options, context)
    })
    if (!isFound && frames.length > 0)
      context.note(`There is no field "${options.source}" of texts or JSON: nothing is extracted.`)
    return made
  },
})

function extractorOf({ format, paths, pattern, delimiter }: Options, { note }: TransformContext): Extract {
  const json = jsonExtractor(paths)
  switch (format) {
    case 'json':
      return json
    case 'kvp':
      return pairsExtractor
    case 'regexp':
      return patternExtractor(pattern, note)
    case 'delimiter':
      return delimiterExtractor(delimiter)
    case 'auto':
      return (cell) => json(cell) ?? pairsExtractor(cell)
  }
}

function sourceOf(frame: Frame, field: string): { readonly table: TableFrame; readonly source: Column } | undefined {
  const texts = frame.kind === 'series' ? [...frame.fields.keys(), ...frame.labels.keys()] : [...frame.fields.keys()]
  if (findName(texts, field) === undefined) return undefined
  const table = toRows(frame)
  const name = findName(table.fields.keys(), field)
  const source = name === undefined ? undefined : table.fields.get(name)
  const isText = source?.kind === 'text' || source?.kind === 'longText' || source?.kind === 'json'
  return source && isText ? { table, source } : undefined
}

function extracted(
  table: TableFrame,
  source: Column,
  extract: Extract,
  { replace, keepTime }: Options,
  { note }: TransformContext,
): TableFrame {
  const parts = partsOf(source, extract)
  const names = new Set(parts.flatMap((part) => (part ? [...part.keys()] : [])))
  if (names.size > MAX_FIELDS) note(`${names.size - MAX_FIELDS} of ${names.size} extracted fields are left out.`)
  const made = [...names].slice(0, MAX_FIELDS).map(
    (name) =>
      [
        name,
        inferColumn(
          name,
          parts.map((part) => part?.get(name)),
        ),
      ] as const,
  )
  const kept = [...table.fields].filter(
    ([, { kind }]) => !replace || (keepTime && (kind === 'time' || kind === 'nanos')),
  )
  return table.with({ fields: uniqueFields([...kept, ...made]) })
}

/** Of texts that repeat, each is read once. */
function partsOf(source: Column, extract: Extract): readonly (ReadonlyMap<string, Json> | undefined)[] {
  if (source.kind === 'text') {
    const byCode = source.dictionary.strings.map(extract)
    return Array.from(source.codes, (code) => byCode[code])
  }
  return Array.from({ length: source.length }, (_, i) => {
    const cell = source.at(i)
    return cell === null || typeof cell === 'bigint' ? undefined : extract(cell)
  })
}
