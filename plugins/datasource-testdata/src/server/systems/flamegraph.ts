import { Flamegraph, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Flamegraph as FlamegraphQuery } from '../../query/systems.ts'
import { Dice } from '../dice.ts'
import { cutOff } from '../notices.ts'

const calls = ['parse', 'read', 'write', 'encode', 'lookUp', 'sort', 'render', 'hash', 'compress', 'wait'] as const
const TOTAL = 1_000_000
/** What is less is not divided further. */
const LEAST = 2000
const MOST_CHILDREN = 3

type Box = { level: number; label: string; value: number; self: number; valueRight?: number; selfRight?: number }

export function flamegraph({ query, refId, budget }: QueryRequest<FlamegraphQuery>): readonly Frame[] {
  const { depth = 8, compare = false, seed = DEFAULT_SEED } = query
  const rows: Box[] = []
  const add = (level: number, label: string, value: number, right: number, dice: Dice) => {
    const row: Box = { level, label, value, self: value, ...(compare && { valueRight: right, selfRight: right }) }
    rows.push(row)
    const children = level + 1 < depth && value >= LEAST ? 1 + dice.below(MOST_CHILDREN, 0) : 0
    for (let i = 1; i <= children; i++) {
      const part = Math.floor((row.self * (1 + dice.below(3, 3 * i))) / 4)
      const other = Math.floor(((row.selfRight ?? 0) * (1 + dice.below(3, 3 * i + 1))) / 4)
      row.self -= part
      if (row.selfRight !== undefined) row.selfRight -= other
      add(level + 1, `${dice.pick(calls, 3 * i + 2)} (${level}.${i})`, part, other, dice.of(i))
    }
  }
  add(0, 'main', TOTAL, TOTAL, new Dice(seed))
  const frame = Flamegraph.fromRows(rows.slice(0, budget.maxRows), { refId })
  return [cutOff(rows.length > budget.maxRows, 'first', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}
