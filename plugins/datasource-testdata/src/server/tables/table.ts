import {
  boolean,
  defineTable,
  integer,
  json,
  longText,
  nanos,
  number,
  text,
  time,
  withNotice,
  type Frame,
  type QueryRequest,
} from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Table } from '../../query/tables.ts'
import { Dice } from '../dice.ts'
import { cutOff } from '../notices.ts'
import { levels, sentences, services } from '../words.ts'

const MINUTE = 60_000

/** A column of every kind. */
const Everything = defineTable({
  time: time({ displayName: 'Time' }),
  started: nanos({ displayName: 'Started' }),
  service: text({ displayName: 'Service' }),
  level: text({ displayName: 'Level' }),
  isUp: boolean({ displayName: 'Up' }),
  requests: integer({ displayName: 'Requests' }),
  // Beyond 2^53, where numbers skip whole ones: exact as text.
  bytes: text({ displayName: 'Bytes, exact' }),
  share: number({ displayName: 'Share', unit: 'percentunit' }),
  memory: number({ displayName: 'Memory', unit: 'bytes' }),
  message: longText({ displayName: 'Message' }),
  details: json({ displayName: 'Details' }),
})

export function table({ query, refId, range, budget }: QueryRequest<Table>): readonly Frame[] {
  const { rows = 20, nulls = 0.1, seed = DEFAULT_SEED } = query
  const last = Math.floor(range.to / MINUTE)
  const kept = Math.min(rows, budget.maxRows)
  const frame = Everything.fromRows(
    Array.from({ length: kept }, (_, row) => rowOf(last - row, new Dice(seed).of(last - row), nulls)),
    { refId },
  )
  return [cutOff(kept < rows, 'first', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}

function rowOf(minute: number, dice: Dice, nulls: number) {
  let column = 0
  /** The cell that a column's own dice make, or none. */
  const cell = <T>(make: (at: number) => T): T | null => {
    const at = 2 * column++
    return dice.unit(at) < nulls ? null : make(at + 1)
  }
  return {
    time: minute * MINUTE,
    started: cell((at) => BigInt(minute * MINUTE) * 1_000_000n + BigInt(dice.at(at))),
    service: cell((at) => dice.pick(services, at)),
    level: cell((at) => dice.pick(levels, at)),
    isUp: cell((at) => dice.unit(at) < 0.9),
    requests: cell((at) => dice.below(100_000, at)),
    bytes: cell((at) => `${2n ** 53n + BigInt(dice.at(at))}`),
    share: cell((at) => dice.unit(at)),
    memory: cell((at) => dice.at(at)),
    message: cell((at) => dice.pick(sentences, at)),
    details: cell((at) => ({ zone: `zone-${dice.below(3, at)}`, tags: ['made', 'up'], retries: dice.below(4, at) })),
  }
}
