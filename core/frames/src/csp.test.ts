import { vectorFromArray } from 'apache-arrow'
import { expect, it, vi } from 'vitest'
import { buildSeries } from '../test/arbitrary.ts'
import { concat, decode, encode, Logs, toLong, toSeries, toWide } from './index.ts'

it('makes no functions from text, which a strict content security policy forbids', () => {
  const made = vi.fn<() => void>()
  const forbid = () => {
    made()
    throw new EvalError('unsafe-eval')
  }
  vi.stubGlobal('Function', new Proxy(Function, { construct: forbid, apply: forbid }))
  vi.stubGlobal('eval', forbid)
  try {
    expect(() => vectorFromArray(['a', null])).toThrow('unsafe-eval')
    made.mockClear()
    const series = buildSeries([
      { labels: { a: 'b' }, time: [1, 2], fields: { value: [1, null], up: [true, null], state: ['x', null] } },
    ])
    for (const frame of [
      series,
      toLong(series),
      toWide(series),
      toSeries(toLong(series)),
      concat([series, series]),
      Logs.fromRows([{ time: 1n, body: 'x' }]),
    ])
      expect(decode(encode(frame)).length).toBe(frame.length)
    expect(made).not.toHaveBeenCalled()
  } finally {
    vi.unstubAllGlobals()
  }
})
