import { Choice, Type } from '@orrery/schema'
import { expect, it } from 'vitest'
import { compileFieldConfig, fieldOptionsOf } from './index.ts'

const Options = Type.Object({
  width: Type.Number({ title: 'Width', default: 1, maximum: 10 }),
  style: Choice({ line: 'Line', bar: 'Bar' }, { title: 'Style', default: 'line' }),
  symbol: Type.Optional(Type.String({ title: 'Symbol' })),
})

it('completes options with their defaults, and passes over what does not fit', () => {
  expect(fieldOptionsOf(Options, {})).toEqual({ width: 1, style: 'line' })
  const custom = { width: 99, style: 'bar', symbol: 'x', other: true }
  expect(fieldOptionsOf(Options, { custom })).toEqual({ width: 1, style: 'bar', symbol: 'x' })
})

it('makes the options that fields share once', () => {
  const overrides = [{ matcher: { type: 'byName' as const, name: 'b' }, properties: { decimals: 1 } }]
  const resolve = compileFieldConfig({ defaults: { custom: { width: 2 } }, overrides })
  const [a, b] = ['a', 'b'].map((name) => fieldOptionsOf(Options, resolve({ name, type: 'number', unit: name })))
  expect([a === b, a]).toEqual([true, { width: 2, style: 'line' }])
})
