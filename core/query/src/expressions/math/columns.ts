import { isNullAt, NumberColumn, type Validity } from '@orrery/frames'
import { functions, operations, unaryOperations } from './operators.ts'
import type { BinaryOperator, FunctionName, UnaryOperator } from './syntax.ts'

type Numbers = NumberColumn<'number'>

/** Both columns by an operator, number by number; what is missing in one is missing. */
export function combine(operator: BinaryOperator, a: Numbers, b: Numbers, unit: string | undefined): Numbers {
  const out = new Float64Array(a.length)
  operations[operator](a.values, b.values, out)
  const validity = presentInBoth(a.validity, b.validity)
  // A side may have decided alone.
  if (validity) for (let k = 0; k < out.length; k++) if (isNullAt(validity, k)) out[k] = NaN
  return new NumberColumn('number', out, validity, metaOf(unit))
}

/** A column by a sign. What is counted in a unit stays so when it is negative. */
export function negate(operator: UnaryOperator, { values, validity, meta }: Numbers): Numbers {
  const out = new Float64Array(values.length)
  unaryOperations[operator](values, out)
  return new NumberColumn('number', out, validity, metaOf(operator === '-' ? meta.unit : undefined))
}

const keepUnit: ReadonlySet<FunctionName> = new Set<FunctionName>(['abs', 'ceil', 'floor', 'round'])

/** A column by a function. What is missing stays so, except where a function asks for it. */
export function apply(name: FunctionName, { values, validity, meta }: Numbers): Numbers {
  const out = new Float64Array(values.length)
  if (name !== 'is_null') functions[name](values, out)
  if (!name.startsWith('is_'))
    return new NumberColumn('number', out, validity, metaOf(keepUnit.has(name) ? meta.unit : undefined))
  if (validity) for (let k = 0; k < out.length; k++) if (isNullAt(validity, k)) out[k] = name === 'is_null' ? 1 : 0
  return new NumberColumn('number', out)
}

const metaOf = (unit: string | undefined) => (unit === undefined ? {} : { unit })

const presentInBoth = (a: Validity, b: Validity): Validity =>
  a && b ? Uint8Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i]! & b[i]!) : (a ?? b)
