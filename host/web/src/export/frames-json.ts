import type { Frame, TimeRange } from '@orrery/sdk'
import { cellText, toTable } from './csv.ts'

/** What the file says of all frames. */
export interface JsonFileOptions {
  readonly title: string
  readonly range: TimeRange
  readonly timeZone: string
}

const CELLS = 10_000

// JSON has no name for these, and null is a missing value.
const toJsonCell = (kind: string, cell: unknown): unknown => {
  if (kind === 'time' || typeof cell === 'bigint') return cell === null ? null : cellText({ kind }, cell)
  return typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell
}

const part = (name: string, value: unknown) =>
  value === undefined ? '' : `${JSON.stringify(name)}:${JSON.stringify(value)},`

/**
 * Frames as JSON, some cells at a time: `{ title, timeZone, range: { from, to }, frames }`, each frame
 * `{ query, name, kind, rows, columns }`, each column `{ name, type, unit, values }`. Series are rows, one a point. Times
 * are ISO 8601 in UTC, numbers that JSON has not are texts, and null is a missing value.
 */
export function* toJson(
  frames: readonly Frame[],
  { title, range, timeZone }: JsonFileOptions,
): Generator<string, void, undefined> {
  const iso = { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }
  yield `{${part('title', title)}${part('timeZone', timeZone)}${part('range', iso)}"frames":[`
  for (const [at, frame] of frames.entries()) {
    const { fields, length, meta } = toTable(frame)
    yield `${at > 0 ? ',' : ''}\n{${part('query', meta.refId)}${part('name', meta.name)}${part('kind', frame.kind)}${part('rows', length)}"columns":[`
    for (const [i, [name, column]] of [...fields].entries()) {
      const { kind } = column
      yield `${i > 0 ? ',' : ''}\n{${part('name', name)}${part('type', kind)}${part('unit', column.meta.unit)}"values":[`
      for (let start = 0; start < length; start += CELLS) {
        const cells: string[] = []
        for (let row = start; row < Math.min(length, start + CELLS); row++)
          cells.push(JSON.stringify(toJsonCell(kind, column.at(row))))
        yield `${start > 0 ? ',' : ''}${cells.join(',')}`
      }
      yield ']}'
    }
    yield ']}'
  }
  yield ']}\n'
}
