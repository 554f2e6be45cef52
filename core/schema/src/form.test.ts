import { describe, expect, it } from 'vitest'
import { Choice, formOf, isShown, Ref, Secret, Type, ui, Variants, type FormField } from './index.ts'

const fieldsOf = (properties: Parameters<typeof Type.Object>[0]) => formOf(Type.Object(properties))
const only = (property: Parameters<typeof Type.Object>[0][string]) => fieldsOf({ it: property })[0]!
const controls = (fields: readonly FormField[]) => Object.fromEntries(fields.map(({ key, control }) => [key, control]))

describe('formOf', () => {
  it('chooses a control for each type', () => {
    const fields = fieldsOf({
      name: Type.String(),
      count: Type.Integer(),
      ratio: Type.Number(),
      on: Type.Boolean(),
      mode: Choice({ a: 'A' }, { title: 'Mode' }),
      password: Secret({ title: 'Password' }),
      source: Ref('datasource', { title: 'Source' }),
      names: Type.Array(Type.String()),
      labels: Type.Record(Type.String(), Type.String()),
      legend: Type.Object({ shown: Type.Boolean() }),
      auth: Variants([Type.Object({ type: Type.Literal('none') })]),
      query: Type.String({ ...ui({ widget: 'code' }) }),
      anything: Type.Unknown(),
      version: Type.Literal(1),
    })
    expect(controls(fields)).toEqual({
      name: 'text',
      count: 'number',
      ratio: 'number',
      on: 'switch',
      mode: 'choice',
      password: 'secret',
      source: 'ref',
      names: 'list',
      labels: 'record',
      legend: 'object',
      auth: 'variants',
      query: 'code',
      anything: 'json',
    })
  })

  it('describes a field', () => {
    const schema = Type.Number({ title: 'Width', description: 'In pixels.', default: 2, ...ui({ group: 'Line' }) })
    expect(fieldsOf({ lineWidth: Type.Optional(schema) })).toEqual([
      {
        key: 'lineWidth',
        title: 'Width',
        description: 'In pixels.',
        required: false,
        control: 'number',
        default: 2,
        hints: { group: 'Line' },
        schema,
      },
    ])
  })

  it('makes a title from the key', () => {
    expect(fieldsOf({ maxDataPoints: Type.Number(), 'time-zone': Type.String() }).map(({ title }) => title)).toEqual([
      'Max data points',
      'Time zone',
    ])
  })

  it('titles choices, from an enum or from constants', () => {
    expect(only(Choice({ lin: 'Linear', log: 'Logarithmic' }, { title: 'Scale' })).options).toEqual([
      { value: 'lin', title: 'Linear' },
      { value: 'log', title: 'Logarithmic' },
    ])
    expect(only(Type.Union([Type.Literal('smallText'), Type.Literal(2, { title: 'Two' })])).options).toEqual([
      { value: 'smallText', title: 'Small text' },
      { value: 2, title: 'Two' },
    ])
  })

  it('nests objects, lists and records', () => {
    expect(only(Type.Object({ a: Type.String() })).fields).toMatchObject([
      { key: 'a', control: 'text', required: true },
    ])
    expect(only(Type.Array(Type.Object({ a: Type.Boolean() }))).item).toMatchObject({
      control: 'object',
      fields: [{ key: 'a', control: 'switch' }],
    })
    expect(only(Type.Record(Type.String(), Type.Number())).item).toMatchObject({ key: '', control: 'number' })
  })

  it('gives each variant its fields without the tag', () => {
    const auth = Variants([
      Type.Object({ type: Type.Literal('none') }, { title: 'No login' }),
      Type.Object({ type: Type.Literal('basic'), user: Type.String() }),
    ])
    expect(only(auth)).toMatchObject({
      tag: 'type',
      variants: [
        { value: 'none', title: 'No login', fields: [] },
        { value: 'basic', title: 'Basic', fields: [{ key: 'user' }] },
      ],
    })
  })

  it('gives a shape of several tags as a variant each', () => {
    const shape = Type.Object({ type: Choice({ rows: 'Rows', tabs: 'Tabs' }, { title: 'T' }), of: Type.String() })
    expect(only(Variants([shape]))).toMatchObject({
      variants: [
        { value: 'rows', title: 'Rows', fields: [{ key: 'of' }] },
        { value: 'tabs', title: 'Tabs', fields: [{ key: 'of' }] },
      ],
    })
  })

  it('works on the JSON of a schema', () => {
    const schema = Type.Object({ a: Type.Optional(Type.String({ title: 'A' })), b: Type.Array(Type.Number()) })
    expect(JSON.stringify(formOf(JSON.parse(JSON.stringify(schema))))).toBe(JSON.stringify(formOf(schema)))
  })
})

it('isShown compares the named siblings', () => {
  const field = only(Type.String({ ...ui({ showIf: { mode: 'bar', stacked: true } }) }))
  expect(isShown(field, { mode: 'bar', stacked: true })).toBe(true)
  expect(isShown(field, { mode: 'bar', stacked: false })).toBe(false)
  expect(isShown(field, {})).toBe(false)
  expect(isShown(only(Type.String()), {})).toBe(true)
})
