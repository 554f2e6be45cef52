import { describe, expect, it } from 'vitest'

import { applyMappings, type Mapping } from './index.ts'

const mappings: Mapping[] = [
  { type: 'value', value: '1', text: 'up', color: 'green' },
  { type: 'value', value: 'down', color: 'red' },
  { type: 'value', value: '1', text: 'never: the first wins' },
  { type: 'range', from: 10, to: 20, text: 'warm' },
  { type: 'range', from: 20, color: 'orange' },
  { type: 'regex', pattern: '^web-(\\d+)\\.(?<zone>\\w+)$', text: 'server $1 of $<zone>' },
  { type: 'special', match: 'null+nan', text: 'no data' },
  { type: 'special', match: 'true', text: 'yes' },
  { type: 'special', match: 'empty', text: '(empty)' },
]

describe('applyMappings', () => {
  it('gives what the first matching mapping shows', () => {
    expect(
      [1, '1', 'down', 15, 20, 21, 'web-7.eu', null, undefined, NaN, true, ''].map((value) =>
        applyMappings(value, mappings),
      ),
    ).toEqual([
      { text: 'up', color: 'green' },
      { text: 'up', color: 'green' },
      { color: 'red' },
      { text: 'warm' },
      { text: 'warm' },
      { color: 'orange' },
      { text: 'server 7 of eu' },
      { text: 'no data' },
      { text: 'no data' },
      { text: 'no data' },
      { text: 'yes' },
      { text: '(empty)' },
    ])
  })

  it('gives nothing for what no mapping matches', () => {
    expect([2, 'up', false, 'web-x'].map((value) => applyMappings(value, mappings))).toEqual(Array(4).fill(undefined))
    expect(applyMappings(null, [{ type: 'value', value: 'null', text: 'a text' }])).toBeUndefined()
  })

  it('keeps the order across kinds', () => {
    const range: Mapping = { type: 'range', text: 'range' }
    const value: Mapping = { type: 'value', value: '1', text: 'value' }
    expect(applyMappings(1, [range, value])).toEqual({ text: 'range' })
    expect(applyMappings(1, [value, range])).toEqual({ text: 'value' })
  })

  it('says which pattern is not one', () => {
    expect(() => applyMappings('x', [{ type: 'regex', pattern: '(' }])).toThrow(
      expect.objectContaining({ code: 'FORMAT_PATTERN_INVALID', params: expect.objectContaining({ pattern: '(' }) }),
    )
  })
})
