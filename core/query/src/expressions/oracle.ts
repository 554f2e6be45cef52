import type { Labels, TextColumn } from '@orrery/frames'
import type { BinaryOperator, FunctionName, MathTerm } from './math/syntax.ts'
import type { Item } from './testing.ts'
import { exp, ln, pow } from '../pinned-math.ts'

/** The labels in row k of columns. */
export const labelsOf = (columns: ReadonlyMap<string, TextColumn>, k: number): Labels =>
  Object.fromEntries([...columns].flatMap(([name, column]) => (column.isNull(k) ? [] : [[name, column.at(k)!]])))

const isPartOf = (some: Labels, all: Labels) =>
  Object.entries(some).every(([name, value]) => Object.hasOwn(all, name) && all[name] === value)

/** What labels match, with nested loops: the plain statement of the rule. */
export function matchNaively(a: readonly Labels[], b: readonly Labels[]) {
  const found = a.flatMap((mine, left) =>
    b.flatMap((theirs, right) => {
      if (isPartOf(mine, theirs)) return [{ left, right, labels: theirs }]
      return isPartOf(theirs, mine) ? [{ left, right, labels: mine }] : []
    }),
  )
  return found.length === 0 && a.length === 1 && b.length === 1 ? [{ left: 0, right: 0, labels: {} }] : found
}

const toNumber = (is: boolean) => (is ? 1 : 0)

const operations: Readonly<Record<Exclude<BinaryOperator, '&&' | '||'>, (x: number, y: number) => number>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '%': (x, y) => x % y,
  '**': (x, y) => pow(x, y),
  '==': (x, y) => toNumber(x === y),
  '!=': (x, y) => toNumber(x !== y),
  '>': (x, y) => toNumber(x > y),
  '>=': (x, y) => toNumber(x >= y),
  '<': (x, y) => toNumber(x < y),
  '<=': (x, y) => toNumber(x <= y),
}

function calculate(operator: BinaryOperator, x: number | null, y: number | null): number | null {
  if (x === null || y === null) return null
  const truth = (value: number) => (Number.isNaN(value) ? undefined : value !== 0)
  if (operator === '&&' || operator === '||') {
    const decides = operator === '||'
    if (truth(x) === decides || truth(y) === decides) return toNumber(decides)
    return truth(x) === undefined || truth(y) === undefined ? NaN : toNumber(!decides)
  }
  return Number.isNaN(x) || Number.isNaN(y) ? NaN : operations[operator](x, y)
}

const functions: Readonly<Record<FunctionName, (x: number | null) => number | null>> = {
  abs: (x) => x && Math.abs(x),
  ceil: (x) => x && Math.ceil(x),
  exp: (x) => (x === null ? null : exp(x)),
  floor: (x) => x && Math.floor(x),
  is_inf: (x) => toNumber(x === Infinity || x === -Infinity),
  is_nan: (x) => toNumber(Number.isNaN(x)),
  is_null: (x) => toNumber(x === null),
  is_number: (x) => toNumber(Number.isFinite(x)),
  log: (x) => (x === null ? null : ln(x)),
  round: (x) => x && (x < 0 ? -Math.round(-x) : Math.round(x)),
  sqrt: (x) => (x === null ? null : Math.sqrt(x)),
}

/** Each value of an item by a function. */
function mapItem({ labels, points, value = null }: Item, change: (x: number | null) => number | null): Item {
  return points
    ? { labels, points: points.map(([time, x]) => [time, change(x)] as const) }
    : { labels, value: change(value) }
}

function combineItems(
  a: Item,
  b: Item,
  labels: Labels,
  change: (x: number | null, y: number | null) => number | null,
): Item {
  const { points, value = null } = a
  if (!points && !b.points) return { labels, value: change(value, b.value ?? null) }
  if (!points) return mapItem({ ...b, labels }, (y) => change(value, y))
  if (!b.points) return mapItem({ ...a, labels }, (x) => change(x, b.value ?? null))
  const values = new Map(b.points)
  const common = points.filter(([time]) => values.has(time))
  return { labels, points: common.map(([time, x]) => [time, change(x, values.get(time)!)] as const) }
}

/** What an expression makes of items, one after the other, with objects. */
export function evaluateNaively(term: MathTerm, inputs: Readonly<Record<string, readonly Item[]>>): readonly Item[] {
  switch (term.type) {
    case 'number':
      return [{ labels: {}, value: term.value }]
    case 'constant':
      return [{ labels: {}, value: { inf: Infinity, infn: -Infinity, nan: NaN, null: null }[term.name] }]
    case 'input':
      return inputs[term.name] ?? []
    case 'call':
      return evaluateNaively(term.operand, inputs).map((item) => mapItem(item, functions[term.name]))
    case 'unary': {
      const change = (x: number | null) =>
        x === null ? null : term.operator === '-' ? -x : Number.isNaN(x) ? NaN : toNumber(x === 0)
      return evaluateNaively(term.operand, inputs).map((item) => mapItem(item, change))
    }
    case 'binary': {
      const a = evaluateNaively(term.left, inputs)
      const b = evaluateNaively(term.right, inputs)
      const pairs = matchNaively(
        a.map(({ labels }) => labels),
        b.map(({ labels }) => labels),
      )
      return pairs.map(({ left, right, labels }) =>
        combineItems(a[left]!, b[right]!, labels, (x, y) => calculate(term.operator, x, y)),
      )
    }
  }
}
