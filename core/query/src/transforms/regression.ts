import {
  NumberColumn,
  SeriesBuilder,
  TableFrame,
  number,
  type Column,
  type Frame,
  type SeriesFrame,
} from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { FieldName } from './field-name.ts'
import { findName } from './fields.ts'
import { fitPolynomial, type Curve } from './polynomial-fit.ts'
import { builtIn, type TransformContext } from './transform.ts'

const Options = Type.Object({
  model: Choice({ linear: 'Straight line', polynomial: 'Curve' }, { title: 'Shape', default: 'linear' }),
  degree: Type.Integer({
    title: 'Degree',
    description: '2 bends once, 3 twice.',
    minimum: 2,
    maximum: 10,
    default: 2,
    ...ui({ showIf: { model: 'polynomial' } }),
  }),
  points: Type.Integer({ title: 'Number of points', minimum: 2, maximum: 10_000, default: 100 }),
  ahead: Type.Number({
    title: 'Ahead',
    description: 'How far the line goes on behind the data, as a share of their length.',
    minimum: 0,
    maximum: 100,
    default: 0,
  }),
  x: Type.Optional(
    FieldName({ title: 'Field along', description: 'Empty: the times, else the first field of numbers.' }),
  ),
  y: Type.Optional(FieldName({ title: 'Field of values', description: 'Empty: the first other field of numbers.' })),
})
type Options = Static<typeof Options>

/** Lines through what points have in common. */
export const regression = builtIn({
  id: 'regression',
  title: 'Trendline',
  group: 'calculate',
  description: 'Adds the line or curve that lies nearest to the values, also beyond their end.',
  keywords: ['regression', 'trend', 'linear', 'polynomial', 'forecast', 'prediction'],
  notes: `
The line is a frame of its own behind the data, named \`Linear regression\` or \`Polynomial regression\`, with so many
points at even distances from the first value to the last, or further. Each series of a frame gets one, with its labels.
Its field is called \`value predicted\`.

It is the one with the least squares of distances in the direction of the values. A curve of degree 5 needs values at
six different places; with fewer the degree is lower. Missing values, NaN and infinities do not count; a series or table
without values gets no line. A field that is not there, or holds no numbers, is named in a notice, and the frame gets no
line.
`,
  options: Options,
  apply: (frames, options, context) => [
    ...frames,
    ...frames.flatMap((frame) =>
      frame.kind === 'series' ? ofSeries(frame, options, context) : ofTable(frame, options, context),
    ),
  ],
})

const frameName = ({ model }: Options) => (model === 'linear' ? 'Linear regression' : 'Polynomial regression')
const fit = ({ model, degree }: Options, x: Float64Array, y: Float64Array) =>
  fitPolynomial(x, y, model === 'linear' ? 1 : degree)

/** Even distances from the first place that counts to the last, or beyond. */
function placesAlong({ points, ahead }: Options, x: Float64Array, y: Float64Array): Float64Array {
  let low = Infinity
  let high = -Infinity
  for (let k = 0; k < x.length; k++) {
    if (!Number.isFinite(y[k])) continue
    if (x[k]! < low) low = x[k]!
    if (x[k]! > high) high = x[k]!
  }
  const span = (high - low) * (1 + ahead)
  return span > 0
    ? Float64Array.from({ length: points }, (_, k) => low + (span * k) / (points - 1))
    : Float64Array.of(low)
}

const isNumeric = (column: Column | undefined) => column?.kind === 'number' || column?.kind === 'integer'

function ofSeries(frame: SeriesFrame, options: Options, { note }: TransformContext): Frame[] {
  const numbers = [...frame.fields].filter(([, column]) => isNumeric(column)).map(([name]) => name)
  const field = options.y ? findName(numbers, options.y) : numbers[0]
  if (field === undefined) {
    if (options.y && frame.length > 0) note(`Field "${options.y}" is not there, or holds no numbers: there is no line.`)
    return []
  }
  const { unit } = frame.field(field).meta
  const name = `${field} predicted`
  const builder = new SeriesBuilder({
    ...(frame.meta.refId !== undefined && { refId: frame.meta.refId }),
    name: frameName(options),
    fields: { [name]: number(unit === undefined ? {} : { unit }) },
  })
  for (const one of frame) {
    const { time, labels } = one
    const values = one.of(field)
    const curve = fit(options, time, values)
    if (!curve) continue
    const times = wholeTimes(placesAlong(options, time, values))
    const { __name__: _, ...others } = labels
    builder.add(others, times, times.map(curve))
  }
  return builder.length > 0 ? [builder.build()] : []
}

/** Times are whole milliseconds, each once. */
const wholeTimes = (places: Float64Array) =>
  places.map(Math.round).filter((time, k, all) => k === 0 || time > all[k - 1]!)

function ofTable(frame: TableFrame, options: Options, { note }: TransformContext): Frame[] {
  const names = [...frame.fields.keys()]
  const isPlace = (name: string) => isNumeric(frame.fields.get(name)) || frame.fields.get(name)!.kind === 'time'
  const wanted = (asked: string | undefined, fitting: readonly string[], preferred: string | undefined) => {
    if (!asked) return preferred
    const found = findName(fitting, asked)
    if (found === undefined && names.length > 0)
      note(`Field "${asked}" is not there, or holds no numbers: there is no line.`)
    return found
  }
  const places = names.filter(isPlace)
  const x = wanted(options.x, places, places.find((name) => frame.fields.get(name)!.kind === 'time') ?? places[0])
  const numbers = names.filter((name) => isNumeric(frame.fields.get(name)))
  const y = wanted(
    options.y,
    numbers,
    numbers.find((name) => name !== x),
  )
  if (x === undefined || y === undefined) return []
  const along = numbersOf(frame, x)
  const values = numbersOf(frame, y)
  const curve: Curve | undefined = fit(options, along, values)
  if (!curve) return []
  const isTime = frame.fields.get(x)!.kind === 'time'
  const at = placesAlong(options, along, values)
  const line = isTime ? wholeTimes(at) : at
  return [
    new TableFrame({
      fields: new Map<string, Column>([
        // Of one kind among two, the compiler does not see that it is one of the two columns.
        [x, new NumberColumn(isTime ? 'time' : 'number', line, undefined, frame.fields.get(x)!.meta) as Column],
        [`${y} predicted`, new NumberColumn('number', line.map(curve), undefined, frame.fields.get(y)!.meta)],
      ]),
      meta: { ...(frame.meta.refId !== undefined && { refId: frame.meta.refId }), name: frameName(options) },
    }),
  ]
}

const numbersOf = (frame: TableFrame, name: string) => {
  const column = frame.field(name)
  // It was chosen among those of numbers and times.
  return 'values' in column && column.values instanceof Float64Array
    ? column.values
    : new Float64Array(frame.length).fill(NaN)
}
