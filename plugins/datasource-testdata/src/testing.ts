import { createTestContext, testRequest, collect } from '@orrery/testing'
import type { Frame, QueryRequest } from '@orrery/sdk'
import type { Query } from './query.ts'
import connect from './server/connect.ts'

type Patch = Partial<QueryRequest<Query>>

export const requestOf = (query: Query, patch: Patch = {}) => testRequest(query, patch)

export async function ask(query: Query, patch: Patch = {}): Promise<readonly Frame[]> {
  const client = await connect({}, createTestContext())
  return collect(client.query(requestOf(query, patch)))
}

/** One point or row as a text that keeps every bit of it. */
export interface Item {
  readonly key: string
  readonly time: number
  readonly text: string
}

const exact = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? `${part}n` : Object.is(part, -0) || Number.isNaN(part) ? String(part) : part,
  )

/** All points of series, or rows of tables, by their times, of which rows without one have none. */
export function itemsOf(frames: readonly Frame[]): readonly Item[] {
  return frames.flatMap((frame) => {
    if (frame.kind !== 'series')
      return Array.from({ length: frame.length }, (_, i) => {
        const row = frame.rowAt(i)
        const time = row['time'] ?? row['start'] ?? 0
        const ms = typeof time === 'bigint' ? Number(time / 1_000_000n) : Number(time)
        return { key: frame.kind, time: ms, text: exact(row) }
      })
    return [...frame].flatMap(({ labels, time }, i) => {
      const column = frame.field()
      return Array.from(time, (at, k) => ({
        key: exact(labels),
        time: at,
        text: exact(column.at(frame.offsets[i]! + k)),
      }))
    })
  })
}
