import {
  boolean,
  defineTable,
  integer,
  json,
  longText,
  nanos,
  number,
  SeriesBuilder,
  text,
  time,
  type Frame,
} from '@orrery/frames'
import type { Dice } from './dice.ts'

const START = Date.UTC(2024, 2, 30)
const words = ['web', 'db', 'Web', 'äther', 'zebra', '10', '9', '', 'a,b', '😀', 'user=anna id=7', '{"a":{"b":1}}']
const numbers = [0, -0, 1, -1, 2.5, 1e-9, 1e300, 123_456_789.123, NaN, Infinity, -Infinity]

const isMissing = ({ roll }: Dice) => roll() < 0.1
const numberOf = (dice: Dice) => (dice.roll() < 0.3 ? dice.pick(numbers) : Math.fround((dice.roll() - 0.4) * 1000))
const timeOf = (dice: Dice) => START + dice.below(200) * 900_000 + dice.below(2) * 7

function seriesFrame(dice: Dice, refId: string): Frame {
  const builder = new SeriesBuilder({ refId, fields: { value: number({ unit: 'bytes' }) } })
  const count = dice.below(5)
  for (let i = 0; i < count; i++) {
    const times = Array.from({ length: dice.below(30) }, () => timeOf(dice))
    const sorted = Float64Array.from(new Set(times)).sort()
    const labels = { host: dice.pick(words), ...(dice.roll() < 0.6 && { job: `job-${i}` }) }
    builder.add(
      labels,
      sorted,
      Array.from(sorted, () => (isMissing(dice) ? null : numberOf(dice))),
    )
  }
  return builder.build()
}

const all = defineTable({
  time: time(),
  exact: nanos(),
  host: text(),
  body: longText(),
  value: number({ unit: 's' }),
  count: integer(),
  up: boolean(),
  more: json(),
})

function tableFrame(dice: Dice, refId: string): Frame {
  const maybe = <T>(cell: T): T | null => (isMissing(dice) ? null : cell)
  const rows = Array.from({ length: dice.below(40) }, () => ({
    time: maybe(timeOf(dice)),
    exact: maybe(BigInt(timeOf(dice)) * 1_000_000n + 1n),
    host: maybe(dice.pick(words)),
    body: maybe(`${dice.pick(words)} ${dice.pick(words)}`),
    value: maybe(numberOf(dice)),
    count: maybe(dice.below(20) - 5),
    up: maybe(dice.roll() < 0.5),
    more: maybe(dice.pick([{ a: [1] }, 'text', 7, [], null])),
  }))
  return all.fromRows(rows, { refId })
}

/** Up to three frames of series and rows, with whatever is odd about data. */
export const randomFrames = (dice: Dice): readonly Frame[] =>
  ['A', 'B', 'C']
    .slice(0, 1 + dice.below(3))
    .map((refId) => (dice.roll() < 0.5 ? seriesFrame(dice, refId) : tableFrame(dice, refId)))

/** What fields of these frames are called, and what none is. */
export const fieldNames = ['time', 'value', 'host', 'job', 'count', 'up', 'body', 'Time', 'web', 'gone']
