import { defineTable, number, text, type Frame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { describe, expect, it } from 'vitest'
import { findBuiltIn, type LoadedTransform } from './library.ts'
import { runTransforms, type TransformRequest, type TransformStage } from './run.ts'

const tableOf = (refId: string, values: readonly number[]) =>
  defineTable({ n: number() }).fromRows(
    values.map((n) => ({ n })),
    { refId },
  )
const failing: LoadedTransform = {
  id: 'failing',
  title: 'Failing',
  options: Type.Object({}),
  apply: () => {
    throw new TypeError('x is not a function')
  },
}
const named: LoadedTransform = {
  id: 'named',
  title: 'Named',
  version: 2,
  options: Type.Object({ name: Type.String() }),
  migrate: (options) => ({ name: (options as { title: string }).title }),
  apply: (_, { name }: { name: string }) => [defineTable({ name: text() }).fromRows([{ name }])],
}
const own = new Map([failing, named].map((one) => [one.id, one]))
const run = (frames: readonly Frame[], steps: TransformRequest['steps'], more: Partial<TransformRequest> = {}) =>
  runTransforms({
    frames,
    steps,
    find: (id) => own.get(id) ?? findBuiltIn(id),
    range: { from: 0, to: 1 },
    timeZone: 'UTC',
    ...more,
  })
const head = (rows: number) => ({ type: 'limit', options: { limit: rows } })

describe('runTransforms', () => {
  const frames = [tableOf('A', [1, 2, 3]), tableOf('B', [4, 5, 6])]

  it('runs steps one after the other, and passes over disabled ones', async () => {
    const made = await run(frames, [head(2), { ...head(0), disabled: true }, head(1)])
    expect(made.map(({ length }) => length)).toEqual([1, 1])
  })

  it('shapes the frames of some queries, and leaves the others in their place', async () => {
    const made = await run(frames, [{ ...head(1), refIds: ['B'] }])
    expect(made.map(({ length }) => length)).toEqual([3, 1])
    expect(made[0]).toBe(frames[0])
  })

  it('tells each stage', async () => {
    const stages: TransformStage[] = []
    await run(frames, [{ ...head(1), disabled: true }, head(2)], { onStage: (stage) => stages.push(stage) })
    expect(stages.map(({ index, taken, made }) => [index, taken[0]!.length, made[0]!.length])).toEqual([[1, 3, 2]])
  })

  it.each([
    ['nobody has', { type: 'none', options: {} }, /There is no transformation "none" here/],
    ['fails', { type: 'failing', options: {} }, /"failing" failed and is passed over: x is not a function/],
    ['has wrong options', { type: 'limit', options: { limit: -1 } }, /Limit/],
    ['has options of a newer version', { type: 'limit', options: {}, version: 7 }, /version 7/],
  ])('goes on after a step that %s, and says so', async (_, step, reason) => {
    const made = await run(frames, [step, head(1)])
    expect(made.map(({ length }) => length)).toEqual([1, 1])
    expect(made[0]!.meta.notices).toEqual([{ severity: 'error', text: expect.stringMatching(reason) as string }])
  })

  it('brings older options up to date, and fills variables in', async () => {
    const step = { type: 'named', options: { title: '$name' } }
    const [made] = await run(frames, [step], { fill: (given) => given.replace('$name', 'web') })
    expect(made!.kind !== 'series' && made!.rowAt(0)).toEqual({ name: 'web' })
  })

  it('is ended by its signal', async () => {
    await expect(run(frames, [head(1)], { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left')
  })

  it('keeps what it has to say when there is no frame', async () => {
    const [made] = await run([], [{ type: 'none', options: {} }])
    expect(made!.meta.notices).toHaveLength(1)
  })
})
