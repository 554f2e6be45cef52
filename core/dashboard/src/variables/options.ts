import { fillText, parseTemplate, readVariable, toDetailed, variableFormats, type VariableScope } from '@orrery/format'
import type { Frame, SeriesFrame, TableFrame } from '@orrery/frames'
import { AUTO_INTERVAL, type ValueVariable, type VariableOf, type VariableOption } from '../variable.ts'
import { sortOptions } from './sort.ts'

/** The most options of one variable; what is more is cut off. */
export const MAX_OPTIONS = 10_000

/** What a pattern finds in a text: its match, and its groups by name and number. */
export interface Found {
  readonly match: string
  readonly first: string | undefined
  readonly value: string | undefined
  readonly text: string | undefined
}
/** Holds a pattern against texts, within bounds of time: a bad one throws. Undefined where it finds nothing. */
export type FindAll = (pattern: string, texts: readonly string[]) => readonly (Found | undefined)[]

const isNamed =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name.toLowerCase())

/** The options that an answer lists: of tables by column, of series by name. Each value once, as they come. */
export const optionsOfFrames = (frames: readonly Frame[]): readonly VariableOption[] =>
  eachOnceOf(frames, (frame) => (frame.kind === 'series' ? seriesOptions(frame) : tableOptions(frame)))

/**
 * The options that an expression makes: what tells its numbers or series apart, which is the value of their label where
 * they have one, else all of their labels; the numbers themselves where they have none. Each has its labels as properties,
 * and a number as `number`; one that is missing or infinite makes no option.
 */
export const optionsOfExpression = (frames: readonly Frame[]): readonly VariableOption[] =>
  eachOnceOf(frames, (frame) =>
    frame.kind === 'series' ? seriesOptions(frame, nameOfLabels) : numberOptions(frame),
  ).filter(({ value }) => value !== '')

function eachOnceOf(frames: readonly Frame[], optionsOf: (frame: Frame) => Iterable<VariableOption>) {
  const found = new Map<string, VariableOption>()
  for (const frame of frames)
    for (const option of optionsOf(frame))
      if (!found.has(option.value) && found.size < MAX_OPTIONS) found.set(option.value, option)
  return [...found.values()]
}

function* numberOptions({ fields, length }: TableFrame): Generator<VariableOption> {
  const labels = [...fields].filter(([, { kind }]) => kind === 'text')
  const numbers = [...fields.values()].find(({ kind }) => kind === 'number' || kind === 'integer')
  for (let row = 0; row < length; row++) {
    const number = numbers?.at(row)
    if (typeof number !== 'number' || !Number.isFinite(number)) continue
    const own = Object.fromEntries(
      labels.flatMap(([name, column]) => {
        const text = column.at(row)
        return typeof text === 'string' ? [[name, text] as const] : []
      }),
    )
    yield { value: nameOfLabels(own) || String(number), properties: { ...own, number: String(number) } }
  }
}

/** The value of the only label, else all of them as people write series. */
function nameOfLabels({ __name__: name = '', ...labels }: Readonly<Record<string, string>>): string {
  const [first, ...more] = Object.values(labels)
  return name === '' && first !== undefined && more.length === 0 ? first : seriesName(name, labels)
}

function seriesName(name: string, labels: Readonly<Record<string, string>>): string {
  const written = Object.entries(labels).map(([key, text]) => `${key}=${JSON.stringify(text)}`)
  return written.length > 0 ? `${name}{${written.join(',')}}` : name
}

const toText = (cell: unknown) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))

function* tableOptions({ fields, length }: TableFrame): Generator<VariableOption> {
  const names = [...fields.keys()]
  const valueName = names.find(isNamed('value', '__value')) ?? names.find((name) => !isNamed('text', '__text')(name))
  const textName = names.find(isNamed('text', '__text'))
  const others = names.filter((name) => name !== valueName && name !== textName)
  const textAt = (name: string | undefined, row: number) => {
    const cell = name === undefined ? null : fields.get(name)!.at(row)
    return cell === null ? undefined : toText(cell)
  }
  for (let row = 0; row < length; row++) {
    const text = textAt(textName, row)
    const value = textAt(valueName ?? textName, row)
    if (value === undefined) continue
    const properties = others.flatMap((name) => {
      const cell = textAt(name, row)
      return cell === undefined ? [] : [[name, cell] as const]
    })
    yield {
      value,
      ...(text !== undefined && text !== value && { text }),
      ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    }
  }
}

function* seriesOptions(
  frame: SeriesFrame,
  nameOf = ({ __name__: name = '', ...labels }: Readonly<Record<string, string>>) => seriesName(name, labels),
): Generator<VariableOption> {
  for (let at = 0; at < frame.offsets.length - 1; at++) {
    const own = frame.at(at).labels
    const { __name__: _, ...labels } = own
    yield { value: nameOf(own), properties: labels }
  }
}

/** The options of a query as its variable wants them: what its pattern finds, each once, in order, with those beside. */
export function finishOptions(
  variable: VariableOf<'query'>,
  found: readonly VariableOption[],
  scope: VariableScope,
  find: FindAll,
): readonly VariableOption[] {
  const { regex, applyTo, sort, staticOptions = [], staticPlace = 'before' } = variable
  const kept = regex ? onlyFound(found, fillPattern(regex, scope), applyTo === 'text', find) : found
  const beside = fillOptions(staticOptions, scope)
  const ordered = sortOptions(staticPlace === 'sorted' ? [...kept, ...beside] : kept, sort)
  const all = { before: [...beside, ...ordered], after: [...ordered, ...beside], sorted: ordered }[staticPlace]
  return eachOnce(all).slice(0, MAX_OPTIONS)
}

/** The first option of each value. */
function eachOnce(options: readonly VariableOption[]): readonly VariableOption[] {
  const seen = new Set<string>()
  return options.filter(({ value }) => !seen.has(value) && seen.add(value))
}

function onlyFound(options: readonly VariableOption[], pattern: string, readsText: boolean, find: FindAll) {
  const found = find(
    pattern,
    options.map(({ value, text = value }) => (readsText ? text : value)),
  )
  const kept = options.flatMap((option, index): VariableOption[] => {
    const match = found[index]
    if (!match) return []
    // Whoever names groups says what each is for; one that has no name replaces what the pattern reads.
    const own = match.first ?? match.match
    const isNamed = match.value !== undefined || match.text !== undefined
    const value = match.value ?? (isNamed || readsText ? option.value : own)
    const text = match.text ?? (isNamed ? match.value : readsText ? own : undefined)
    const { properties } = option
    return [{ value, ...(text !== undefined && text !== value && { text }), ...(properties && { properties }) }]
  })
  return eachOnce(kept)
}

/** A pattern with the values of variables in it, which stand for themselves there. */
const fillPattern = (pattern: string, scope: VariableScope) =>
  parseTemplate(pattern)
    .map((segment) => {
      if ('text' in segment) return segment.text
      const value = readVariable(segment, scope)
      const format = variableFormats.get(segment.format ?? 'regex')
      return value && format ? format.write({ ...segment, value }) : segment.source
    })
    .join('')

/** Values are made of values, and texts of texts. */
function fillOptions(options: readonly VariableOption[], scope: VariableScope): readonly VariableOption[] {
  const values = Object.fromEntries(Object.entries(scope).map(([name, value]) => [name, toDetailed(value).value]))
  return options.map((option) => ({
    ...option,
    value: fillText(option.value, values),
    ...(option.text !== undefined && { text: fillText(option.text, scope) }),
  }))
}

/** The options that the dashboard itself lists; none for texts, and for those that the host is asked for. */
export function ownOptions(variable: ValueVariable, scope: VariableScope): readonly VariableOption[] {
  switch (variable.type) {
    case 'choice':
      return fillOptions(variable.options, scope)
    case 'query':
      return variable.refresh === 'never' ? fillOptions(variable.staticOptions ?? [], scope) : []
    case 'constant':
      return fillOptions([{ value: variable.value }], scope)
    case 'interval':
      return [
        ...(variable.auto ? [{ value: AUTO_INTERVAL, text: 'Auto' }] : []),
        ...variable.options.map((value) => ({ value })),
      ]
    case 'switch':
      return [{ value: variable.on }, { value: variable.off }]
    case 'groupBy':
      return (variable.keys ?? []).map((value) => ({ value }))
    case 'text':
    case 'datasource':
      return []
  }
}
