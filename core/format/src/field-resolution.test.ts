import { describe, expect, it } from 'vitest'

import { compileFieldConfig, resolveFieldConfig, type FieldConfigSource, type FieldSubject } from './index.ts'

const field = (part: Partial<FieldSubject> = {}): FieldSubject => ({ name: 'value', type: 'number', ...part })

describe('resolveFieldConfig', () => {
  it("takes the field's own config, then the defaults, then the overrides in order", () => {
    const source: FieldConfigSource = {
      defaults: { unit: 'bytes', decimals: 1 },
      overrides: [
        { matcher: { type: 'byType', fieldType: 'number' }, properties: { decimals: 2, min: 0 } },
        { matcher: { type: 'byName', name: 'cpu' }, properties: { decimals: 3 } },
        { matcher: { type: 'byRegexp', pattern: '^c' }, properties: { max: 9 } },
        { matcher: { type: 'byFrameRefID', refId: 'B' }, properties: { noValue: 'none' } },
      ],
    }
    const own = { unit: 's', description: 'from the source' }
    expect(resolveFieldConfig(source, field({ name: 'cpu', refId: 'A', unit: 'ms', config: own }))).toEqual({
      unit: 'bytes',
      description: 'from the source',
      decimals: 3,
      min: 0,
      max: 9,
    })
    expect(resolveFieldConfig(source, field({ name: 'b', type: 'text', refId: 'B' }))).toEqual({
      unit: 'bytes',
      decimals: 1,
      noValue: 'none',
    })
  })

  it("keeps the field's own unit where the panel sets none", () => {
    const source = { defaults: {}, overrides: [] }
    expect(resolveFieldConfig(source, field({ unit: 'ms' }))).toEqual({ unit: 'ms' })
    expect(resolveFieldConfig(source, field({ unit: 'ms', config: { unit: 's' } }))).toEqual({ unit: 's' })
  })

  it('gives the default unit to values, not to times', () => {
    const source: FieldConfigSource = {
      defaults: { unit: 'bytes' },
      overrides: [{ matcher: { type: 'byName', name: 'end' }, properties: { unit: 'dateTimeAsUS' } }],
    }
    const units = ['time', 'end'].map((name) => resolveFieldConfig(source, field({ name, type: 'nanos' })).unit)
    expect(units).toEqual(['dateTimeAsSystem', 'dateTimeAsUS'])
  })

  it('matches by the name that is shown too', () => {
    const source: FieldConfigSource = {
      defaults: {},
      overrides: [
        { matcher: { type: 'byName', name: 'web' }, properties: { decimals: 1 } },
        { matcher: { type: 'byRegexp', pattern: '^we' }, properties: { min: 1 } },
      ],
    }
    expect(resolveFieldConfig(source, field({ displayName: 'web' }))).toEqual({ decimals: 1, min: 1 })
    expect(resolveFieldConfig(source, field({ name: 'web', displayName: 'x' }))).toEqual({ decimals: 1, min: 1 })
    expect(resolveFieldConfig(source, field({ displayName: 'toString' }))).toEqual({})
  })

  it('gives fields that the same overrides match one object', () => {
    const resolve = compileFieldConfig({
      defaults: { unit: 's' },
      overrides: [{ matcher: { type: 'byName', name: 'a' }, properties: { decimals: 1 } }],
    })
    expect(resolve(field({ name: 'b' }))).toBe(resolve(field({ name: 'c' })))
    expect(resolve(field({ name: 'a' }))).not.toBe(resolve(field({ name: 'c' })))
  })

  it('reads each name once, however many overrides are by name', () => {
    let reads = 0
    const name = (index: number) => ({
      type: 'number' as const,
      get name() {
        reads++
        return `series ${index}`
      },
    })
    const overrides = Array.from({ length: 500 }, (_, index) => ({
      matcher: { type: 'byName' as const, name: `series ${index}` },
      properties: { decimals: index % 10 },
    }))
    const resolve = compileFieldConfig({ defaults: {}, overrides })
    const configs = Array.from({ length: 1000 }, (_, index) => resolve(name(index)))
    expect(configs[499]).toEqual({ decimals: 9 })
    expect(reads).toBeLessThanOrEqual(3000)
  })

  it('says which override has a pattern that is not one', () => {
    const matcher = { type: 'byRegexp' as const, pattern: '[' }
    expect(() => compileFieldConfig({ defaults: {}, overrides: [{ matcher, properties: {} }] })).toThrow(
      expect.objectContaining({ code: 'FORMAT_PATTERN_INVALID', message: expect.stringContaining('"["') }),
    )
  })
})
