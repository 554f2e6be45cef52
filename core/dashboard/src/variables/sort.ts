import type { VariableOption, VariableSort } from '../variable.ts'

const textOf = ({ value, text = value }: VariableOption) => text

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const caseless = new Intl.Collator('en', { sensitivity: 'accent' })
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
// The first number in a text; those without stand last.
const numberIn = (text: string) => {
  const found = /-?\d+(?:\.\d+)?/.exec(text)
  return found ? Number(found[0]) : Infinity
}

const orders: Readonly<Record<string, (a: string, b: string) => number>> = {
  alphabetical: byCode,
  caseless: caseless.compare,
  natural: natural.compare,
  numerical: (a, b) => {
    const [first, second] = [numberIn(a), numberIn(b)]
    return first === second ? byCode(a, b) : first - second
  },
}

/** The options in the order of their texts; as they are where none is asked for. */
export function sortOptions(
  options: readonly VariableOption[],
  sort: VariableSort | undefined,
): readonly VariableOption[] {
  if (sort === undefined) return options
  const [order, isDown] = sort.endsWith('-desc') ? [sort.slice(0, -5), true] : [sort, false]
  const compare = orders[order]!
  return options.toSorted((a, b) => (isDown ? compare(textOf(b), textOf(a)) : compare(textOf(a), textOf(b))))
}
