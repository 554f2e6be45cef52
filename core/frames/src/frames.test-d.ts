import {
  boolean,
  defineTable,
  Logs,
  nanos,
  number,
  optional,
  SeriesBuilder,
  text,
  time,
  withNotice,
  type Frame,
  type TableFrame,
} from './index.ts'

declare const table: TableFrame
declare const frame: Frame

const Disks = defineTable({ checked: time(), mount: text(), used: number({ unit: 'bytes' }), owner: optional(text()) })
const { checked, mount, owner } = Disks.read(table)

export const times: Float64Array = checked.values
export const codes: Int32Array = mount.codes
export const ownerName: string | null | undefined = owner?.at(0)
export const lineTime: bigint | null = Logs.read(table).time.at(0)
export const points: number = frame.kind === 'series' ? frame.points : frame.length
export const sameClass: TableFrame = withNotice(table, { severity: 'info', text: 'x' })

Disks.fromRows([{ checked: 1, mount: null, used: 2 }])
Disks.fromColumns({ checked: new Float64Array(1), mount: ['/'], used: [null], owner: ['me'] })

// @ts-expect-error the table has no such column
export const colour = Disks.read(table).colour
// @ts-expect-error a column is missing
Disks.fromRows([{ checked: 1, mount: '/' }])
// @ts-expect-error text is not a number
Disks.fromColumns({ checked: [1], mount: ['/'], used: ['x'] })
// @ts-expect-error nanoseconds are bigint
defineTable({ at: nanos() }).fromRows([{ at: 1 }])
// @ts-expect-error an optional column may be absent
owner.at(0)

new SeriesBuilder().add({ host: 'a' }, [1], [1])
new SeriesBuilder({ fields: { n: number(), up: boolean() } }).add({}, [1], { n: [1], up: [null] })
// @ts-expect-error a boolean is not a number
new SeriesBuilder({ fields: { n: number(), up: boolean() } }).add({}, [1], { n: [true], up: [null] })
// @ts-expect-error a field is missing
new SeriesBuilder({ fields: { n: number(), up: boolean() } }).add({}, [1], { n: [1] })
// @ts-expect-error nanoseconds cannot be the values of series
export const nanosBuilder = new SeriesBuilder({ fields: { n: nanos() } })
// @ts-expect-error labels are text
new SeriesBuilder().add({ host: 1 }, [1], [1])
// @ts-expect-error frames are immutable
table.meta.name = 'x'
