import {
  explicitTimes,
  firstFrom,
  NumberColumn,
  pick,
  pickPoints,
  type Column,
  type Frame,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'
import { compileCondition, type CellTest } from './cell-test.ts'
import { findColumn, findName, seriesNamesOf } from './fields.ts'
import { RowMarks } from './row-marks.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { ValueCondition } from './value-condition.ts'

/** Rows by their values. */
export const filterByValue = builtIn({
  id: 'filterByValue',
  title: 'Filter by value',
  group: 'filter',
  description: 'Keeps the rows whose values fit conditions, or all but these.',
  keywords: ['where', 'query', 'greater', 'less', 'null', 'regex', 'remove', 'rows'],
  notes: `
Conditions of a field that a frame lacks do not count there, and a frame that has none of the fields stays as it is; Grafana
empties it. A field that no frame has says so.

What is missing fits only "is missing" and "is not equal"; NaN is not missing, and fits only what is not equal. Sizes are
of numbers, of times (by their text, in the time zone), and of texts that are numbers; both bounds of "between" are left
out, as in Grafana. A pattern is found anywhere in a text, and \`/text/i\` in any case. Numbers and JSON are texts as they
are written.

Series lose points. A condition is for the value field or the label of this name, for \`time\`, or for the series that panels
show under it. A series that loses all its points is left out.
`,
  options: Type.Object({
    conditions: Type.Array(ValueCondition, { title: 'Conditions', maxItems: 100, default: [] }),
    match: Choice({ any: 'Any condition', all: 'All conditions' }, { title: 'Match', default: 'any' }),
    exclude: Type.Boolean({ title: 'All rows but these', default: false }),
  }),
  apply: (frames, { conditions, match, exclude }, context) => {
    if (conditions.length === 0) return frames
    const found = new Set<string>()
    const tests = conditions.map((condition) => ({
      field: condition.field,
      test: compileCondition(condition, context),
    }))
    const how: Filter = { tests, isAll: match === 'all', exclude, found }
    const names = shownNames(frames)
    const made = frames.map((frame) =>
      frame.kind === 'series' ? filterSeries(frame, how, () => names().get(frame) ?? []) : filterTable(frame, how),
    )
    noteMissing(frames, how, context)
    return made
  },
})

interface Filter {
  readonly tests: readonly { readonly field: string; readonly test: CellTest }[]
  readonly isAll: boolean
  readonly exclude: boolean
  /** The fields that some frame has. */
  readonly found: Set<string>
}

function filterTable(table: TableFrame, { tests, isAll, exclude, found }: Filter): TableFrame {
  const marks = new RowMarks(table.length, isAll)
  for (const { field, test } of tests) {
    const column = findColumn(table, field)
    if (!column) continue
    found.add(field)
    marks.add(0, table.length, (fits) => test(column, 0, table.length, fits))
  }
  const rows = marks.isAsked ? marks.take(exclude) : undefined
  if (!rows || rows.length === table.length) return table
  return table.with({ fields: new Map(Array.from(table.fields, ([name, column]) => [name, column.gather(rows)])) })
}

function filterSeries(frame: SeriesFrame, how: Filter, namesOf: () => readonly string[]): SeriesFrame {
  const { offsets, points, length } = frame
  const marks = new RowMarks(points, how.isAll)
  const asked = new Uint8Array(length)
  for (const { field, test } of how.tests) {
    const column = pointsOf(frame, field)
    const label = column ? undefined : labelOf(frame, field)
    if (column) marks.add(0, points, (fits) => test(column, 0, points, fits))
    if (label)
      marks.add(0, points, (fits) => {
        const ofSeries = new Uint8Array(length)
        test(label, 0, length, ofSeries)
        for (let i = 0; i < length; i++) fits.fill(ofSeries[i]!, offsets[i], offsets[i + 1])
      })
    if (column || label) {
      asked.fill(1)
      how.found.add(field)
      continue
    }
    const fields = [...frame.fields.values()]
    namesOf().forEach((name, k) => {
      if (name !== field) return
      const [i, own] = [Math.floor(k / fields.length), fields[k % fields.length]!]
      marks.add(offsets[i]!, offsets[i + 1]!, (fits) => test(own, offsets[i]!, offsets[i + 1]!, fits))
      asked[i] = 1
      how.found.add(field)
    })
  }
  for (let i = 0; i < length; i++) if (!asked[i]) marks.set(offsets[i]!, offsets[i + 1]!, how.exclude ? 0 : 1)
  return keepPoints(frame, marks.take(how.exclude))
}

/** These points. Where all of a series are kept or none, its times stay regular. */
function keepPoints(frame: SeriesFrame, points: Int32Array): SeriesFrame {
  const { offsets, length } = frame
  if (points.length === frame.points) return frame
  const series: number[] = []
  let isWhole = true
  for (let i = 0, k = 0; i < length; i++) {
    const before = k
    k = firstFrom(points, offsets[i + 1]!)
    const all = offsets[i + 1]! - offsets[i]!
    if (k > before || all === 0) series.push(i)
    if (k > before && k - before < all) isWhole = false
  }
  if (isWhole) return pick(frame, series)
  const kept = pickPoints(frame, points)
  return series.length === length ? kept : pick(kept, series)
}

function pointsOf(frame: SeriesFrame, field: string): Column | undefined {
  const name = findName([...frame.fields.keys(), 'time'], field)
  if (name === undefined) return undefined
  return frame.fields.get(name) ?? new NumberColumn('time', explicitTimes(frame))
}

function labelOf(frame: SeriesFrame, field: string): Column | undefined {
  const name = findName(frame.labels.keys(), field)
  return name === undefined ? undefined : frame.labels.get(name)
}

/** What the series of each frame are called, found out when it is asked for. */
function shownNames(frames: readonly Frame[]): () => ReadonlyMap<Frame, readonly string[]> {
  let names: Map<Frame, readonly string[]> | undefined
  return () => {
    const series = frames.filter((frame) => frame.kind === 'series')
    return (names ??= new Map(seriesNamesOf(series).map((own, i) => [series[i]!, own])))
  }
}

function noteMissing(frames: readonly Frame[], { tests, found }: Filter, { note }: TransformContext): void {
  const missing = new Set(tests.flatMap(({ field }) => (found.has(field) ? [] : [`"${field}"`])))
  if (frames.length > 0 && missing.size > 0)
    note(`There is no field ${[...missing].join(', ')}: its conditions do not count.`)
}
