import type { FieldMeta, Frame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { transformNumbers } from './arithmetic.ts'
import { calculateBinary } from './binary-calculation.ts'
import { Calculation } from './calculation.ts'
import { moving, reachOf } from './moving-window.ts'
import { addCalculated, toNumberParts, type Calculated, type NumberPart } from './number-parts.ts'
import { reduceRows } from './row-reduction.ts'
import { running } from './running-values.ts'
import { builtIn, type TransformContext } from './transform.ts'

/** A field more, or fields in place of others, calculated from numbers. */
export const calculateField = builtIn({
  id: 'calculateField',
  title: 'Add field from calculation',
  group: 'calculate',
  description: 'Calculates a new field: of each row, of two fields, of one, up to each row, or in a moving window.',
  keywords: ['math', 'binary', 'cumulative', 'moving average', 'window', 'row number', 'percentage'],
  notes: `
The new field is called as the calculation (\`Total\`, \`a / b\`, \`abs(a)\`, \`cumulative sum(a)\`, \`trailing moving
mean(a)\`, \`Row\`), or by the alias; a number is put behind a name that is taken. It has the unit of its values where
the calculation leaves it as it is.

**Of series.** A field name, such as \`value\`, means all series of the frame: each gets a field more, point by point,
and what runs over rows begins anew with each series. The name of a series, as panels show it, means that one alone: the
result is a series of its own. Of two series the times are those of the left one; the right one counts where it has a
point at the same time. What is calculated of each row of series is a series over all their times.

**Missing values** give none: a gap plus one is a gap (Grafana takes some of them for zero). They are passed over by
what is calculated of each row, up to each row and in a window; a window with an infinity in it is infinite or gives
nothing. A window of an even size that is around the row reaches one row further ahead, at the ends it is shorter. A
field that is not there, or holds no numbers, is named in a notice, and nothing is calculated of it. What is divided by
zero is infinite.
`,
  options: Type.Object({
    calculation: Calculation,
    alias: Type.Optional(
      Type.String({ title: 'Alias', description: 'Empty: called as the calculation.', maxLength: 1024 }),
    ),
    replaceFields: Type.Boolean({
      title: 'Replace all fields',
      description: 'Only times, labels and the result are left.',
      default: false,
    }),
  }),
  apply: (frames, { calculation, alias, replaceFields }, context) => {
    const how = { alias, replaceFields }
    switch (calculation.type) {
      case 'reduceRow':
        return reduceRows(frames, calculation, how, context)
      case 'binary':
        return calculateBinary(frames, calculation, how, context)
      case 'index':
        return addCalculated(frames, numberRows(frames, calculation, alias), replaceFields)
      default: {
        const { nameOf, compute, metaOf } = toFunction(calculation)
        const calculated = partsOf(frames, calculation.field, context).map((part) => ({
          part,
          name: alias || nameOf(part.name),
          values: bySeries(part, compute),
          meta: metaOf(part.meta),
        }))
        return addCalculated(frames, calculated, replaceFields)
      }
    }
  },
})

interface FieldFunction {
  readonly nameOf: (field: string) => string
  readonly compute: (values: Float64Array) => Float64Array
  readonly metaOf: (meta: FieldMeta) => FieldMeta
}

const sameUnit = ({ unit }: FieldMeta): FieldMeta => (unit === undefined ? {} : { unit })
const noUnit = (): FieldMeta => ({})

function toFunction(calculation: Extract<Calculation, { type: 'unary' | 'cumulative' | 'window' }>): FieldFunction {
  switch (calculation.type) {
    case 'unary': {
      const { operator } = calculation
      return {
        nameOf: (field) => `${operator}(${field})`,
        compute: (values) => transformNumbers(operator, values),
        metaOf:
          operator === 'percent'
            ? () => ({ unit: 'percentunit' })
            : operator === 'exp' || operator === 'ln'
              ? noUnit
              : sameUnit,
      }
    }
    case 'cumulative':
      return {
        nameOf: (field) => `cumulative ${calculation.reducer}(${field})`,
        compute: (values) => running(calculation.reducer, values),
        metaOf: sameUnit,
      }
    case 'window': {
      const { reducer, alignment, size } = calculation
      const sizeOf = (length: number) =>
        Math.max(1, size.type === 'count' ? size.count : Math.ceil(size.share * length))
      return {
        nameOf: (field) => `${alignment} moving ${reducer}(${field})`,
        compute: (values) => moving(reducer, values, reachOf(sizeOf(values.length), alignment)),
        metaOf: reducer === 'variance' ? noUnit : sameUnit,
      }
    }
  }
}

function partsOf(frames: readonly Frame[], field: string | undefined, { note }: TransformContext) {
  const parts = toNumberParts(frames)
  if (!field) return parts.all
  const found = parts.find(field)
  if (found.length === 0 && frames.length > 0)
    note(`Field "${field}" is not there, or holds no numbers: nothing is calculated of it.`)
  return found
}

/** Calculates each series of a part for itself. */
function bySeries(
  { frame, series, values }: Pick<NumberPart, 'frame' | 'series' | 'values'>,
  compute: (values: Float64Array) => Float64Array,
): Float64Array {
  if (frame.kind !== 'series' || series !== undefined) return compute(values)
  const out = new Float64Array(values.length)
  for (let i = 0; i < frame.length; i++) {
    const from = frame.offsets[i]!
    out.set(compute(values.subarray(from, frame.offsets[i + 1])), from)
  }
  return out
}

function numberRows(
  frames: readonly Frame[],
  { asShare }: Extract<Calculation, { type: 'index' }>,
  alias: string | undefined,
): readonly Calculated[] {
  const meta: FieldMeta = asShare ? { unit: 'percentunit' } : {}
  return frames
    .filter(({ fields }) => fields.size > 0)
    .map((frame) => {
      const length = frame.kind === 'series' ? frame.points : frame.length
      const part = { frame, field: '', series: undefined, name: '', meta, values: new Float64Array(length) }
      const values = bySeries(part, (rows) => rows.map((_, i) => (asShare ? i / rows.length : i)))
      return { part, name: alias || 'Row', values, meta }
    })
}
