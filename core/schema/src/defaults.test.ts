import { expect, it } from 'vitest'
import { Choice, defaultsOf, Type, Variants, withDefaults } from './index.ts'

const Options = Type.Object({
  title: Type.String({ default: 'Panel' }),
  unit: Type.Optional(Type.String()),
  width: Type.Optional(Type.Number({ default: 1 })),
  legend: Type.Object({
    shown: Type.Boolean({ default: true }),
    place: Choice({ a: 'A' }, { title: 'P', default: 'a' }),
  }),
  tooltip: Type.Optional(Type.Object({ sort: Type.Boolean({ default: false }) })),
  links: Type.Array(Type.Object({ url: Type.String(), blank: Type.Boolean({ default: false }) })),
  auth: Variants([
    Type.Object({ type: Type.Literal('none') }),
    Type.Object({ type: Type.Literal('token'), header: Type.String({ default: 'authorization' }) }),
  ]),
  url: Type.String(),
})

it('builds what is required and leaves out what has no default', () => {
  expect(defaultsOf(Options)).toEqual({
    title: 'Panel',
    width: 1,
    legend: { shown: true, place: 'a' },
    links: [],
    auth: { type: 'none' },
  })
})

it('fills in defaults at every depth and keeps what is given', () => {
  const value = {
    title: '',
    url: 'x',
    extra: 1,
    tooltip: {},
    legend: { shown: false },
    links: [{ url: 'y' }],
    auth: { type: 'token' },
  }
  expect(withDefaults(Options, value)).toEqual({
    title: '',
    url: 'x',
    extra: 1,
    width: 1,
    tooltip: { sort: false },
    legend: { shown: false, place: 'a' },
    links: [{ url: 'y', blank: false }],
    auth: { type: 'token', header: 'authorization' },
  })
  expect(value.legend).toEqual({ shown: false })
})

it('gives a copy of a default that nobody shares', () => {
  const schema = Type.Object({ list: Type.Array(Type.Number(), { default: [1] }) })
  const first = withDefaults(schema, {}) as { list: number[] }
  first.list.push(2)
  expect(withDefaults(schema, {})).toEqual({ list: [1] })
})

it('keeps a hostile __proto__ an own property', () => {
  const filled = withDefaults(Options, JSON.parse('{"__proto__": {"title": "x"}}')) as object
  expect(Object.getPrototypeOf(filled)).toBe(Object.prototype)
  expect(filled).toHaveProperty('title', 'Panel')
})

it('leaves a value that does not fit as it is', () => {
  expect(withDefaults(Options, 'text')).toBe('text')
  expect(withDefaults(Options, { legend: 3 })).toMatchObject({ legend: 3 })
})
