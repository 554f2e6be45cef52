import { defaultsOf, formOf, Type, validate } from '@orrery/schema'
import { describe, expect, it } from 'vitest'
import { Expression } from './expression.ts'
import { expressionProblems } from './references.ts'

const [field] = formOf(Type.Object({ expression: Expression }))

describe('Expression', () => {
  it('has a form with a title for each kind and field', () => {
    expect(field!.variants!.map(({ value, title, fields }) => [value, title, fields.map((one) => one.key)])).toEqual([
      ['math', 'Math', ['expression']],
      ['reduce', 'Reduce', ['input', 'reducer', 'mode', 'replaceWith']],
      ['resample', 'Resample', ['input', 'window', 'downsampler', 'upsampler']],
      ['threshold', 'Threshold', ['input', 'condition', 'values', 'recovery']],
      ['classic', 'Classic conditions', ['conditions']],
    ])
  })

  it.each(field!.variants!.map(({ value, schema }) => [value, schema] as const))(
    'begins a new %s as one that can be calculated',
    (type, schema) => {
      const begun: unknown = { ...(defaultsOf(schema) as object), type }
      expect(validate(Expression, begun)).toMatchObject({ ok: true })
      expect(expressionProblems([{ refId: 'B', expression: begun as Expression }], ['A'])).toEqual([])
    },
  )

  it.each([
    [{ type: 'none' }],
    [{ type: 'math' }],
    [{ type: 'resample', input: 'A', window: '1 minute', downsampler: 'last', upsampler: 'pad' }],
    [{ type: 'threshold', input: 'A', condition: 'above', values: [] }],
    [{ type: 'classic', conditions: [] }],
  ])('refuses %j', (given) => {
    expect(validate(Expression, given)).toMatchObject({ ok: false })
  })
})
