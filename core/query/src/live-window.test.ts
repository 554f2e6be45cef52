import { decode, defineTable, encode, number, SeriesBuilder, text, type Frame } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultBudget } from './budget.ts'
import type { Budget } from './datasource.ts'
import { LiveReader } from './live-reader.ts'
import { LiveWindow, type LiveMessage } from './live-window.ts'
import type { LiveRows } from './live.ts'

const open = (moments: number, budget: Partial<Budget> = {}) =>
  new LiveWindow({ refId: 'A', moments, budget: { ...defaultBudget, ...budget } })
const series = (...rows: { readonly i: string; readonly values: readonly number[] }[]) => {
  const builder = new SeriesBuilder({ fields: { value: number({ unit: 'percent' }) } })
  for (const { i, values } of rows)
    builder.add(
      { i },
      values.map((_, k) => k),
      values,
    )
  return builder.build()
}
/** A message at the other end of the wire. */
const sent = (message: LiveMessage) => {
  const { type, sequence, frame } = message
  const window = type === 'replace' && message.window !== undefined ? { window: message.window } : {}
  const live = type === 'replace' ? { type, stream: 's', sequence, ...window } : { type, sequence }
  return [live, decode(encode(frame))] as const
}
const linesOf = (frame: Frame | undefined) =>
  frame?.kind === 'series'
    ? Array.from(frame, ({ labels, time, values }) => ({
        labels,
        points: Array.from(time, (at, k) => [at, values[k]]),
      }))
    : undefined
const noticesOf = (frame: Frame | undefined) => frame?.meta.notices?.map(({ text: said }) => said)

describe('a query that is followed', () => {
  it('is the same at the other end, however seldom somebody looks, and with all that is lost on the way', () => {
    const update = fc.record({
      isNew: fc.boolean(),
      values: fc.array(fc.option(fc.double({ noNaN: true }), { nil: NaN }), { maxLength: 4 }),
      replaces: fc.boolean(),
      look: fc.constantFrom('now', 'later', 'lost', 'again'),
    })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.array(update, { maxLength: 60 }), (moments, updates) => {
        const window = open(moments)
        const reader = new LiveReader()
        window.take(series({ i: '0', values: [1, 2, 3] }))
        let names = 1
        updates.forEach(({ isNew, values, replaces, look }, k) => {
          if (replaces && k % 7 === 0) {
            window.take(series({ i: '0', values: [k] }))
            names = 1
          } else {
            const added = isNew ? [{ i: String(names++) }] : []
            const rows = values.slice(0, names).map((_, row) => row)
            window.take({ time: 1000 + k * 10, added, rows, values: values.slice(0, rows.length) })
          }
          if (look === 'later') return
          const message = window.since(reader.position?.sequence)
          if (!message || look === 'lost') return
          expect(reader.take(...sent(message))).toBe(true)
          // The same once more, as when a request is overtaken by another.
          if (look === 'again' && message.type === 'append') expect(reader.take(...sent(message))).toBe(true)
          expect(linesOf(reader.view())).toEqual(linesOf(window.since(undefined)?.frame))
        })
      }),
    )
  })

  it('is told what is new without what is known, and everything to who is far behind', () => {
    const window = open(10)
    window.take(series({ i: '0', values: [1, 2] }))
    const told = (known: number) => {
      const message = window.since(known)
      return message && [message.type, message.sequence, message.frame.length]
    }
    expect([told(1), window.isCurrent(1)]).toEqual([undefined, true])
    for (let k = 0; k < 8; k++) window.take({ time: 100 + k, values: [k] })
    expect([told(8), told(7), window.isCurrent(8)]).toEqual([['append', 9, 1], ['append', 8, 2], false])
    expect([told(4)?.[0], told(3)?.[0], told(99)?.[0]]).toEqual(['append', 'replace', 'replace'])
    expect([...window.since(8)!.frame.fields.keys()]).toEqual(['time', 'row', 'value'])
    window.take({ time: 200, added: [{ i: '1' }], rows: [1], values: [5] })
    expect([...window.since(9)!.frame.fields.keys()]).toEqual(['time', 'row', 'value', 'labels'])
  })

  it('is replaced whole by every frame that has no numbers to append to', () => {
    const window = open(10)
    const States = defineTable({ state: text() })
    const reader = new LiveReader()
    for (const state of ['up', 'down']) {
      window.take(States.fromRows([{ state }]))
      expect(reader.take(...sent(window.since(reader.position?.sequence)!))).toBe(true)
      expect(States.read(reader.view() as ReturnType<typeof States.fromRows>).state.at(0)).toBe(state)
    }
    expect(reader.view()?.meta.refId).toBe('A')
    expect(() => window.take({ time: 1, values: [1] })).toThrow(
      expect.objectContaining({ code: 'QUERY_LIVE_INVALID', params: { refId: 'A' } }),
    )
  })

  it('keeps to its budget, and says what it leaves out', () => {
    const window = open(10, { maxSeries: 2 })
    const reader = new LiveReader()
    const look = () => reader.take(...sent(window.since(reader.position?.sequence)!))
    window.take(series({ i: '0', values: [1] }))
    look()
    const rows: LiveRows = { time: 10, added: [{ i: '1' }, { i: '2' }], rows: [0, 1, 2], values: [1, 2, 3] }
    window.take(rows)
    look()
    expect(linesOf(reader.view())?.map(({ labels }) => labels['i'])).toEqual(['0', '1'])
    expect(noticesOf(reader.view())).toEqual([
      'The result was cut off: only the first 2 series of the query are shown.',
    ])
    window.take({ time: 20, added: [{ i: '3' }], rows: [1, 3], values: [4, 5] })
    expect(window.since(reader.position?.sequence)?.type).toBe('append')
    expect(() => open(1000, { maxBytes: 16_000 }).take(series({ i: '0', values: [1] }))).not.toThrow()
    expect(() => open(1001, { maxBytes: 16_000 }).take(series({ i: '0', values: [1] }))).toThrow(
      expect.objectContaining({ code: 'QUERY_LIVE_LARGE', params: { refId: 'A', series: 1, moments: 1001 } }),
    )
  })

  it('refuses times that do not ascend and rows that are not there, and is as it was', () => {
    const window = open(10)
    window.take(series({ i: '0', values: [1, 2] }))
    expect(() => window.take({ time: 1, values: [1] })).toThrow(expect.objectContaining({ code: 'FRAME_TIMES' }))
    expect(() => window.take({ time: 9, rows: [1], values: [1] })).toThrow(
      expect.objectContaining({ code: 'FRAME_LIVE_ROW' }),
    )
    expect(window.isCurrent(1)).toBe(true)
  })
})

describe('who follows', () => {
  it('knows when something is missing, and takes nothing but a replacement then', () => {
    const window = open(20)
    const reader = new LiveReader()
    window.take(series({ i: '0', values: [1] }))
    expect(reader.take({ type: 'append', sequence: 2 }, window.since(undefined)!.frame)).toBe(false)
    expect(reader.take(...sent(window.since(undefined)!))).toBe(true)
    for (let k = 0; k < 3; k++) window.take({ time: 10 + k, values: [k] })
    const late = sent(window.since(3)!)
    expect([reader.take(...late), reader.position, reader.take(...late)]).toEqual([false, undefined, false])
    expect(reader.take(...sent(window.since(undefined)!))).toBe(true)
    expect([reader.position, reader.last]).toEqual([{ stream: 's', sequence: 4 }, 12])
  })

  it('refuses frames that are no updates', () => {
    const reader = new LiveReader()
    const frame = series({ i: '0', values: [1] })
    const States = defineTable({ state: text() }).fromRows([])
    const malformed = expect.objectContaining({ code: 'WIRE_MALFORMED' })
    expect(() => reader.take({ type: 'replace', stream: 's', sequence: 1, window: 3 }, States)).toThrow(malformed)
    reader.take({ type: 'replace', stream: 's', sequence: 1, window: 3 }, frame)
    expect(() => reader.take({ type: 'append', sequence: 2 }, frame)).toThrow(malformed)
    expect(() => reader.take({ type: 'append', sequence: 2 }, States)).toThrow(
      expect.objectContaining({ code: 'FRAME_FIELD_MISSING' }),
    )
  })
})
