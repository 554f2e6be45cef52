import { describe, expect, it } from 'vitest'
import { check, Choice, Secret, Type, validate, Variants } from './index.ts'

const Source = Type.Object(
  {
    url: Type.String({ format: 'uri', title: 'URL' }),
    timeout: Type.Optional(Type.String({ format: 'duration', title: 'Timeout' })),
    mode: Choice({ line: 'Line', bar: 'Bars' }, { title: 'Mode' }),
    auth: Variants([
      Type.Object({ type: Type.Literal('none') }),
      Type.Object({
        type: Type.Literal('basic'),
        user: Type.String({ minLength: 1 }),
        password: Secret({ title: 'P' }),
      }),
    ]),
  },
  { additionalProperties: false },
)
const good = { url: 'http://localhost:9090', mode: 'line', auth: { type: 'none' } }
const problemsOf = (schema: Parameters<typeof validate>[0], value: unknown) => {
  const result = validate(schema, value)
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path} ${message}`)
}

describe('validate', () => {
  it('gives the value, typed', () => {
    expect(validate(Source, good)).toEqual({ ok: true, value: good })
    expect(check(Source, good, 'Source').url.length).toBe(21)
  })

  it('names the place and what is wrong there in plain words', () => {
    expect(
      problemsOf(Source, { url: 'localhost', timeout: '5 s', mode: 'pie', extra: 1, auth: { type: 'none' } }),
    ).toEqual([
      '/url must be an address that begins with http:// or https://',
      '/timeout must be a duration such as 5s, 1m or 1h30m',
      '/mode must be one of "line", "bar"',
      '/extra is not known here',
    ])
  })

  it('takes a member of a union for each of its tags', () => {
    const inner = Type.Object({ type: Choice({ rows: 'Rows', tabs: 'Tabs' }, { title: 'T' }), of: Type.Number() })
    const union = Variants([Type.Object({ type: Type.Literal('grid') }), inner])
    expect(problemsOf(union, { type: 'tabs', of: 1 })).toEqual([])
    expect(problemsOf(union, { type: 'rows' })).toEqual(['/of is missing'])
    expect(problemsOf(union, { type: 'list', of: 1 })).toEqual(['/type must be one of "grid", "rows", "tabs"'])
  })

  it('keeps the inner place of a tagged union', () => {
    expect(problemsOf(Source, { ...good, auth: { type: 'basic', user: '' } })).toEqual([
      '/auth/password is missing',
      '/auth/user must not be empty',
    ])
    expect(problemsOf(Source, { ...good, auth: { type: 'digest' } })).toEqual([
      '/auth/type must be one of "none", "basic"',
    ])
    expect(problemsOf(Source, { ...good, auth: {} })).toEqual(['/auth/type is missing'])
    expect(problemsOf(Source, { ...good, auth: 'none' })).toEqual(['/auth must be an object'])
  })

  it('tells of a plain union the member that fits best', () => {
    const Size = Type.Union([
      Type.Number(),
      Type.Literal('auto'),
      Type.Object({ percent: Type.Number({ maximum: 100 }) }),
    ])
    expect(problemsOf(Size, 'auto')).toEqual([])
    expect(problemsOf(Size, { percent: 120 })).toEqual(['/percent must be at most 100'])
    expect(problemsOf(Size, true)).toEqual([' must be a number or "auto" or an object'])
  })

  it('escapes keys in pointers', () => {
    expect(problemsOf(Type.Record(Type.String(), Type.Number()), { 'a/b~c': 'x' })).toEqual([
      '/a~1b~0c must be a number',
    ])
  })

  it('checks a record value whose key has a line break', () => {
    expect(problemsOf(Type.Record(Type.String(), Type.Number()), { 'a\nb': 'x' })).toHaveLength(1)
  })

  it.each(['constructor', 'toString', '__proto__'])('does not take the inherited %s for a declared property', (key) => {
    const Closed = Type.Object({}, { additionalProperties: false })
    expect(problemsOf(Closed, JSON.parse(`{"${key}": 1}`))).toEqual([`/${key} is not known here`])
    expect(problemsOf(Type.Object({ [key]: Type.Unknown() }), {})).toEqual([`/${key} is missing`])
  })

  it('refuses an absent value', () => {
    expect(problemsOf(Type.Optional(Type.String()), undefined)).toEqual([' is missing'])
  })

  it('checks lists, tuples and limits', () => {
    const Shape = Type.Object({
      pair: Type.Tuple([Type.Number(), Type.String()]),
      names: Type.Array(Type.String(), { maxItems: 2, uniqueItems: true }),
      count: Type.Integer({ minimum: 1 }),
    })
    expect(problemsOf(Shape, { pair: [1, 2, 3], names: ['a', 'a'], count: 0.5 })).toEqual([
      '/pair/1 must be a text',
      '/pair must have at most 2 items',
      '/names must not hold the same item twice',
      '/count must be a whole number',
      '/count must be at least 1',
    ])
  })

  it('stops early in a long wrong list', () => {
    const value = Array.from({ length: 200_000 }, (_, index) => ({ index, name: 0 }))
    const start = performance.now()
    expect(problemsOf(Type.Array(Type.Object({ name: Type.String() }), { uniqueItems: true }), value)).toHaveLength(20)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('says that references are not supported', () => {
    expect(() => validate(Type.Ref('Node'), 1)).toThrow('refers to "Node"')
  })
})

describe('check', () => {
  it('throws a coded error that begins with the subject', () => {
    expect(() => check(Source, { mode: 'line' }, 'The options of datasource prom')).toThrow(
      expect.objectContaining({
        code: 'SCHEMA_INVALID',
        status: 400,
        message:
          'The options of datasource prom cannot be used: /url is missing; /auth is missing. Correct these and try again.',
        params: {
          subject: 'The options of datasource prom',
          problems: [
            { path: '/url', message: 'is missing', keyword: 'required' },
            { path: '/auth', message: 'is missing', keyword: 'required' },
          ],
        },
      }),
    )
  })

  it('shows three problems and counts the rest', () => {
    expect(() => check(Type.Array(Type.Number()), ['a', 'b', 'c', 'd'], 'X')).toThrow(
      '/2 must be a number; and 1 more.',
    )
  })
})
