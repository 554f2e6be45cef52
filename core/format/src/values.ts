import { numberReducers, type Cell, type Frame, type Labels, type NumberReducerId } from '@orrery/frames'
import { display, type DisplayValue } from './display.ts'
import type { FieldConfig, FieldConfigSource } from './field-config.ts'
import type { LinkContext } from './field-link.ts'
import { nameFields, type NamedField } from './named-field.ts'
import { toRegExp } from './pattern.ts'
import type { ReduceOptions } from './reduce-options.ts'
import type { Theme } from './theme.ts'
import { formatTime } from './time-text.ts'
import { hasValues, valueSources, type Course, type Reading, type ValueSource } from './value-source.ts'

/** One value of what a panel of single values shows. */
export interface PanelValue {
  readonly name: string
  readonly config: FieldConfig
  /** Undefined where it is missing, or there was nothing to calculate with. */
  readonly value: number | string | boolean | undefined
  /** What gave it; undefined for a value that was not calculated. */
  readonly calculation: NumberReducerId | undefined
  /** Milliseconds, of a value that was not calculated. */
  readonly time: number | undefined
  /** Undefined where there are no times. */
  readonly course: Course | undefined
  /**
   * Lowest and highest of the data: of all that is shown in the same unit, or of its own field where the config says so.
   * Undefined where there is none.
   */
  readonly min: number | undefined
  readonly max: number | undefined
  readonly field: string
  readonly labels: Labels
  readonly cell: ((field: string) => Cell | undefined) | undefined
}

export interface PanelValues {
  readonly values: readonly PanelValue[]
  /** How many there are, those that are left out included. */
  readonly total: number
  /** Whether any frame has a field to show. */
  readonly drawable: boolean
}

export interface ReadValuesOptions {
  /** Values beyond this many are left out; default 200: nobody reads that many numbers. */
  readonly most?: number
  /** Names calculations, where there are several; default: in English. */
  readonly titleOf?: (calculation: NumberReducerId) => string
  /** Of the times that single values of a series are named by; default UTC. */
  readonly timeZone?: string
}

/**
 * What a panel of single values shows, in time linear in the data: one of each calculation for a series (also for those
 * that a table with times stands for) or a column, the cells of rows, or every value there is. Throws as `nameFields`
 * does.
 */
export function readValues(
  frames: readonly Frame[],
  fieldConfig: FieldConfigSource,
  { show, calculations, limit, fields }: ReduceOptions,
  { most = 200, titleOf = (id) => numberReducers[id].title, timeZone }: ReadValuesOptions = {},
): PanelValues {
  const pattern = fields ? toRegExp(fields, 'the fields to show') : undefined
  const room = Math.min(most, show === 'values' ? limit : most)
  const read = frames.map((frame) => valueSources(frame, show, pattern, room))
  const found = read.flatMap(({ sources }) => sources)
  // Names are cheap, but not of what nobody sees; a pattern may be of names.
  const named = nameFields(pattern ? found : found.slice(0, room), fieldConfig)
  const fits = ({ name, field, meta }: ValueSource & NamedField) =>
    !pattern || [name, field, meta.displayName].some((text) => text !== undefined && pattern.test(text))
  const kept = named.filter(fits)
  const timesOf = ({ isReduced, count }: ValueSource) => (isReduced ? calculations.length : count)
  const isAlone = kept.length === 1
  const nameOf = ({ name }: NamedField, { calculation, time = NaN }: Draft) => {
    const title = calculation === undefined ? formatTime(time, timeZone) : titleOf(calculation)
    return isAlone ? title : `${name} ${title}`
  }
  const drafts: Draft[] = []
  for (const source of kept) {
    const times = timesOf(source)
    for (let k = 0; k < times && drafts.length < room; k++) {
      const draft = toDraft(source, calculations, k)
      drafts.push(times === 1 ? draft : { ...draft, name: nameOf(source, draft) })
    }
  }
  return {
    values: withRanges(drafts),
    total: read.reduce(
      (total, { unseen }) => total + unseen,
      (pattern ? kept : found).reduce((total, source) => total + timesOf(source), 0),
    ),
    drawable: frames.some((frame) => hasValues(frame, pattern)),
  }
}

type Draft = Omit<PanelValue, 'min' | 'max'> & Pick<Reading, 'among'>

function toDraft(
  { name, config, isReduced, field, labels, cell, read }: ValueSource & NamedField,
  calculations: ReduceOptions['calculations'],
  k: number,
): Draft {
  const calculation = isReduced ? calculations[k]! : undefined
  const { value, time, course, among } = read(calculation ?? 'lastNotNull', k)
  const unit = calculation && numberReducers[calculation].unit
  const own = { name, value, calculation, time, course, field, labels, cell }
  // A number of values is not in their unit, nor of their range.
  return unit === undefined ? { ...own, config, among } : { ...own, config: { ...config, unit }, among: undefined }
}

interface Extent {
  readonly min: number | undefined
  readonly max: number | undefined
}

function extentOf(values: Float64Array): Extent {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return min > max ? { min: undefined, max: undefined } : { min, max }
}

const unite = (one: Extent | undefined, { min, max }: Extent): Extent => ({
  min: min === undefined ? one?.min : Math.min(min, one?.min ?? min),
  max: max === undefined ? one?.max : Math.max(max, one?.max ?? max),
})

function withRanges(drafts: readonly Draft[]): PanelValue[] {
  const own = new Map<Float64Array, Extent>()
  const ofUnit = new Map<string | undefined, Extent>()
  for (const { among, config } of drafts) {
    if (!among || own.has(among)) continue
    const extent = extentOf(among)
    own.set(among, extent)
    ofUnit.set(config.unit, unite(ofUnit.get(config.unit), extent))
  }
  return drafts.map(({ among, ...draft }) => {
    const { fieldMinMax = false, unit } = draft.config
    const extent = among && (fieldMinMax ? own.get(among) : ofUnit.get(unit))
    return { ...draft, min: extent?.min, max: extent?.max }
  })
}

/** A value as text and colour. It has the colour of a series only where its config says so. */
export const showValue = (
  { name, config, value, min, max }: PanelValue,
  index: number,
  { theme, timeZone }: { readonly theme: Theme; readonly timeZone: string },
): DisplayValue =>
  display(value, config, theme, { timeZone, min, max, ...(config.color?.type === 'palette' && { index, name }) })

/** What the links of a value may tell of; `text` is the value as the panel shows it. */
export const linkContext = (
  { value, time, field, name, labels, cell }: PanelValue,
  text: string,
  { range, variables }: Pick<LinkContext, 'range' | 'variables'>,
): LinkContext => ({ value: { raw: value, text }, time, field, name, labels, cell, range, variables })
