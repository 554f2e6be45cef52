import { defineTable, number } from '@orrery/sdk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ShapeChain } from './shape-request.ts'
import { createShaper, type PortOptions } from './shaper.ts'
import { inThread, type PortRecord } from './testing.ts'

afterEach(() => void vi.useRealTimers())

const frames = [
  defineTable({ n: number() }).fromRows(
    [3, 1, 2].map((n) => ({ n })),
    { refId: 'A' },
  ),
]
const head = (limit: number | string, more: object = {}) => ({ type: 'limit', options: { limit }, ...more })
const chain = (steps: ShapeChain['steps'], more: Partial<ShapeChain> = {}): ShapeChain => ({
  steps,
  range: { from: 0, to: 1 },
  timeZone: 'UTC',
  scope: {},
  code: {},
  ...more,
})
const never = new AbortController().signal

describe('a shaper', () => {
  it('runs a chain, tells of each step and which fields came to it', async () => {
    const shaper = createShaper(inThread())
    const shaped = await shaper.shape(
      frames,
      chain([head(2), head(0, { disabled: true }), head(1)], { look: 2 }),
      never,
    )
    expect(shaped.frames.map(({ length }) => length)).toEqual([1])
    expect(shaped.stages.map(({ index, before, after }) => [index, before.rows, after.rows])).toEqual([
      [0, 3, 2],
      [2, 2, 1],
    ])
    expect(shaped.names).toEqual([['n'], ['n'], ['n'], ['n']])
    const { looked } = shaped
    expect([looked?.index, looked?.input[0]?.length, looked?.output[0]?.length]).toEqual([2, 2, 1])
  })

  it('fills variables in, and says what is wrong with a step', async () => {
    const steps = [
      { type: 'limit', options: { limit: '${rows} of $gone' } },
      { type: '$kind', options: {} },
    ]
    const shaped = await createShaper(inThread()).shape(frames, chain(steps, { scope: { rows: ['1', '2'] } }), never)
    expect(shaped.stages.map(({ notices }) => notices[0]?.text)).toEqual([
      expect.stringMatching(/Limit/),
      expect.stringContaining('no transformation "$kind"'),
    ])
  })

  it('hands frames over once', async () => {
    const record: PortRecord = { asked: [], closed: 0 }
    const shaper = createShaper(inThread(record))
    await shaper.shape(frames, chain([head(2)]), never)
    await shaper.shape(frames, chain([head(1)]), never)
    await shaper.shape([...frames], chain([head(1)]), never)
    expect(record.asked.map(({ type }) => type)).toEqual(['frames', 'run', 'run', 'frames', 'run'])
  })

  it('gives an older chain up for a newer one, and for its signal', async () => {
    const shaper = createShaper(inThread())
    const older = shaper.shape(frames, chain([head(3), head(2)]), never)
    const newer = shaper.shape(frames, chain([head(1)]), never)
    await expect(older).rejects.toThrow('newer')
    expect((await newer).frames[0]?.length).toBe(1)
    const abort = new AbortController()
    const left = shaper.shape(frames, chain([head(1)]), abort.signal)
    abort.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
  })

  it('starts anew where an older chain does not end', async () => {
    vi.useFakeTimers()
    const record: PortRecord = { asked: [], closed: 0 }
    let opened = 0
    // The first never answers.
    const open = (options: PortOptions) =>
      opened++ === 0 ? { post: () => {}, close: () => void record.closed++ } : inThread(record)(options)
    const shaper = createShaper(open)
    const older = shaper.shape(frames, chain([head(3)]), never)
    const newer = shaper.shape(frames, chain([head(2)]), never)
    await expect(older).rejects.toThrow('newer')
    await vi.advanceTimersByTimeAsync(500)
    expect((await newer).frames[0]?.length).toBe(2)
    expect([opened, record.closed]).toEqual([2, 1])
  })

  it('rejects where the code of a plugin cannot be loaded, and where the worker ends', async () => {
    const code = { own: { title: 'Own', url: 'data:text/javascript,import "@orrery/none"', options: {} } }
    const asked = createShaper(inThread()).shape(frames, chain([{ type: 'own', options: {} }], { code }), never)
    await expect(asked).rejects.toThrow('orrery/none')
    const broken = createShaper(({ onError }) => ({ post: () => onError('gone'), close: () => {} }))
    await expect(broken.shape(frames, chain([head(1)]), never)).rejects.toThrow('gone')
  })

  it('runs what a plugin brings', async () => {
    const url = 'data:text/javascript,export default (frames) => [...frames, ...frames]'
    const code = { twice: { title: 'Twice', url, options: { type: 'object' } } }
    const shaped = await createShaper(inThread()).shape(
      frames,
      chain([{ type: 'twice', options: {} }], { code }),
      never,
    )
    expect(shaped.frames).toHaveLength(2)
  })
})
