import { CodedError } from '@orrery/sdk'
import { effectScope, nextTick, ref } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { useLoad, type Loaded } from './use-load.ts'

const scope = effectScope(true)
afterEach(() => scope.stop())

it('drops an answer that comes after the key changed', async () => {
  const key = ref('a')
  const answers = new Map<string, (answer: string) => void>()
  const signals: AbortSignal[] = []
  const { data }: Loaded<string> = scope.run(() =>
    useLoad(
      () => key.value,
      (now, signal) => {
        signals.push(signal)
        return new Promise<string>((resolve) => answers.set(now, resolve))
      },
    ),
  )!
  key.value = 'b'
  await nextTick()
  answers.get('b')!('of b')
  await expect.poll(() => data.value).toBe('of b')
  answers.get('a')!('of a')
  await nextTick()
  expect(data.value).toBe('of b')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  scope.stop()
  expect(signals[1]?.aborted).toBe(true)
})

it('shows a problem with its code, and forgets it when it is loaded again', async () => {
  let isBroken = true
  const error = new CodedError('ApiError', 'GONE', 404, 'It is gone.', {})
  const { data, problem, reload } = effectScope(true).run(() =>
    useLoad(
      () => 0,
      () => (isBroken ? Promise.reject(error) : Promise.resolve('here')),
    ),
  )!
  await expect.poll(() => problem.value).toEqual({ message: 'It is gone.', code: 'GONE' })
  isBroken = false
  reload()
  await expect.poll(() => data.value).toBe('here')
  expect(problem.value).toBeUndefined()
})

it('keeps what it has while it is loaded again, also when that fails', async () => {
  let next: () => Promise<number> = () => Promise.resolve(1)
  const { data, problem, refresh } = effectScope(true).run(() =>
    useLoad(
      () => 0,
      () => next(),
    ),
  )!
  await expect.poll(() => data.value).toBe(1)
  let isTried = false
  next = () => ((isTried = true), Promise.reject(new Error('gone')))
  refresh()
  expect(data.value).toBe(1)
  await expect.poll(() => isTried).toBe(true)
  await nextTick()
  expect([data.value, problem.value]).toEqual([1, undefined])
  next = () => Promise.resolve(2)
  refresh()
  await expect.poll(() => data.value).toBe(2)
})
