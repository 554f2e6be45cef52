import { defineTable, nanos, number, SeriesBuilder, text, time } from '@orrery/frames'
import { expect, it } from 'vitest'
import {
  compileFieldConfig,
  fieldSubjects,
  nameFields,
  seriesSources,
  type FieldConfig,
  type FieldConfigSource,
  type FieldMatcher,
  type FieldSubject,
  type OverrideScope,
} from './index.ts'

const frame = defineTable({
  host: text(),
  at: time(),
  seen: nanos(),
  cpu: number({ displayName: 'CPU' }),
  memory: number(),
}).fromRows([
  { host: 'a', at: 0, seen: 0n, cpu: 1, memory: 50 },
  { host: 'b', at: 1, seen: 0n, cpu: 9, memory: null },
])

const matched = (matcher: FieldMatcher) => {
  const resolve = compileFieldConfig({ defaults: {}, overrides: [{ matcher, properties: { decimals: 1 } }] })
  return fieldSubjects(frame)
    .filter((field) => resolve(field).decimals === 1)
    .map(({ name }) => name)
}

it.each<[FieldMatcher, string[]]>([
  [{ type: 'byName', name: 'CPU' }, ['cpu']],
  [{ type: 'byNames', names: ['CPU', 'memory', 'none'] }, ['cpu', 'memory']],
  [{ type: 'byNames', names: ['CPU', 'memory'], exclude: true }, ['host', 'at', 'seen']],
  [{ type: 'byRegexp', pattern: '^C|^m' }, ['cpu', 'memory']],
  [{ type: 'byRegexpOrNames', pattern: '^m', names: ['host'] }, ['host', 'memory']],
  [{ type: 'byType', fieldType: 'number' }, ['cpu', 'memory']],
  [{ type: 'byTypes', fieldTypes: ['time', 'text'] }, ['host', 'at', 'seen']],
  [{ type: 'numeric' }, ['cpu', 'memory']],
  [{ type: 'time' }, ['at', 'seen']],
  [{ type: 'first' }, ['host']],
  [{ type: 'firstTimeField' }, ['at']],
  [{ type: 'byValue', reducer: 'max', is: { type: 'greaterOrEqual', value: 9 } }, ['cpu', 'memory']],
  [{ type: 'byValue', reducer: 'count', is: { type: 'lower', value: 2 } }, ['memory']],
  [{ type: 'byValue', reducer: 'last', is: { type: 'notEqual', value: '9' } }, ['host']],
  [{ type: 'byValue', reducer: 'last', is: { type: 'isNull' } }, ['memory']],
  [{ type: 'byValue', reducer: 'last', is: { type: 'regex', pattern: '^b$' } }, ['host']],
])('matches fields by %j', (matcher, names) => {
  expect(matched(matcher)).toEqual(names)
})

it('matches series by their values, and the first of a query', () => {
  const series = new SeriesBuilder({ fields: { value: number() } })
    .add({ i: 'a' }, [0, 1], [1, 2])
    .add({ i: 'b' }, [0, 1], [5, 9])
    .build()
  const decimals = (matcher: FieldMatcher) =>
    nameFields(seriesSources(series, ['value'], false), {
      defaults: {},
      overrides: [{ matcher, properties: { decimals: 3 } }],
    }).map(({ config }) => config.decimals)
  expect([
    decimals({ type: 'byValue', reducer: 'mean', is: { type: 'greater', value: 3 } }),
    decimals({ type: 'first' }),
  ]).toEqual([
    [undefined, 3],
    [3, undefined],
  ])
})

it('reads values only where an override asks for them', () => {
  const field: FieldSubject = {
    name: 'a',
    type: 'number',
    values: () => {
      throw new Error('was read')
    },
  }
  const resolve = (matcher: FieldMatcher) =>
    compileFieldConfig({ defaults: {}, overrides: [{ matcher, properties: {} }] })(field)
  expect(resolve({ type: 'numeric' })).toEqual({})
  expect(() => resolve({ type: 'byValue', reducer: 'max', is: { type: 'greater', value: 0 } })).toThrow('was read')
})

it('lays overrides over what they are for', () => {
  const source: FieldConfigSource = {
    defaults: { unit: 's', color: { type: 'fixed', color: 'red' } },
    overrides: [
      { matcher: { type: 'byName', name: 'a' }, properties: { decimals: 1, min: 1 } },
      { matcher: { type: 'byName', name: 'a' }, scope: 'series', properties: { min: 2 } },
      { matcher: { type: 'byName', name: 'a' }, scope: 'nested', properties: { decimals: 3 } },
      { matcher: { type: 'numeric' }, scope: 'exemplar', properties: { unit: 'ms' } },
      { matcher: { type: 'byRegexp', pattern: '' }, scope: 'annotation', properties: { displayName: 'Deployments' } },
    ],
  }
  const color = { type: 'fixed', color: 'red' }
  const of = (scope?: OverrideScope) => compileFieldConfig(source, scope)({ name: 'a', type: 'number' })
  expect([of(), of('series'), of('nested'), of('exemplar'), of('annotation')]).toEqual([
    { unit: 's', color, decimals: 1, min: 2 },
    { unit: 's', color, decimals: 1, min: 2 },
    { unit: 's', color, decimals: 3, min: 2 },
    { unit: 'ms' },
    { displayName: 'Deployments' },
  ])
})

it('merges the options of a panel one by one', () => {
  const own: FieldConfig = { custom: { a: 1, b: 1, c: 1 } }
  const resolve = compileFieldConfig({
    defaults: { custom: { b: 2, c: 2 } },
    overrides: [{ matcher: { type: 'numeric' }, properties: { custom: { c: 3 } } }],
  })
  expect([
    resolve({ name: 'x', type: 'number', config: own }).custom,
    resolve({ name: 'x', type: 'number' }).custom,
    resolve({ name: 'x', type: 'time' }).custom,
  ]).toEqual([
    { a: 1, b: 2, c: 3 },
    { b: 2, c: 3 },
    { b: 2, c: 2 },
  ])
})
