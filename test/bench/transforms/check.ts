import type { Frame } from '@orrery/frames'
import { toRows } from '@orrery/query'
import type { PeerFrame } from './grafana.ts'

/** Percentiles lie between two values here, and on the nearest one there. */
const isNear = (ours: number, theirs: number, tolerance: number) =>
  Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs))

const plain = (cell: unknown): unknown => (cell === undefined || Number.isNaN(cell) ? null : cell)

/** Throws unless both have the same cells, column by column and row by row. */
export function assertSameCells(name: string, [ours]: readonly Frame[], [theirs]: readonly PeerFrame[]): void {
  const { fields, length } = toRows(ours!)
  const columns = [...fields]
  if (columns.length !== theirs!.fields.length || length !== theirs!.length)
    throw new Error(`${name}: ${columns.length} x ${length} here, ${theirs!.fields.length} x ${theirs!.length} there.`)
  for (const [c, [title, column]] of columns.entries()) {
    const { values } = theirs!.fields[c]!
    const tolerance = title.includes('%') ? 0.001 : 1e-9
    for (let i = 0; i < length; i++) {
      const [mine, other] = [plain(column.at(i)), plain(values[i])]
      if (mine === other || (typeof mine === 'number' && typeof other === 'number' && isNear(mine, other, tolerance)))
        continue
      throw new Error(`${name}: ${title} of row ${i} is ${String(mine)} here and ${String(other)} there.`)
    }
  }
}
