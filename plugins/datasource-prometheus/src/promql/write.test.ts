import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus.fixture.ts'
import { isSame, type Expr } from './expr.ts'
import { anyExpr } from './expr.fixture.ts'
import { readPromql } from './read.ts'
import { writePromql } from './write.ts'

const span = { from: 0, to: 0 }
const metric = (name: string): Expr => ({ kind: 'selector', metric: name, matchers: [], span })
const plain = (expr: Expr) => JSON.parse(JSON.stringify(expr, (key, value) => (key === 'span' ? undefined : value)))

describe('readPromql', () => {
  it('binds what stands behind an operand to that operand', () => {
    const offset = readPromql('a + b offset 5m * -c[1m]')
    expect(writePromql(offset)).toBe('a + b offset 5m * -c[1m]')
    expect(plain(offset)).toMatchObject({
      operator: '+',
      right: { operator: '*', left: { kind: 'modified' }, right: { kind: 'unary', expr: { kind: 'range' } } },
    })
  })

  it('reads strings in all their quotes and escapes', () => {
    expect(readPromql(String.raw`up{a="\"\x41\u00e9\n", b='\'', c=${'`\\d`'}}`)).toMatchObject({
      matchers: [{ value: '"Aé\n' }, { value: "'" }, { value: '\\d' }],
    })
  })

  it.each([String.raw`up{a="\d"}`, 'up{"a", "b"}', `${'('.repeat(500)}up${')'.repeat(500)}`, 'rate('])(
    'refuses %s',
    (text) => {
      expect(() => readPromql(text)).toThrow(expect.objectContaining({ code: 'PROMQL_UNREADABLE' }))
    },
  )

  it('tells where each part stands', () => {
    const text = 'sum by (job) (rate(up[5m]))'
    const sum = readPromql(text)
    const [rate] = sum.kind === 'aggregation' ? sum.args : []
    expect(text.slice(rate?.span.from, rate?.span.to)).toBe('rate(up[5m])')
  })
})

describe('writePromql', () => {
  it.each(corpus)('says the same as %s', (text) => {
    const expr = readPromql(text)
    expect(plain(readPromql(writePromql(expr)))).toEqual(plain(expr))
  })

  it('writes parentheses where they are needed, and nowhere else', () => {
    const difference: Expr = {
      kind: 'binary',
      operator: '-',
      isBool: false,
      left: metric('a'),
      right: metric('b'),
      span,
    }
    const twice = { kind: 'binary', operator: '-', isBool: false, span } as const
    expect(writePromql({ ...twice, left: difference, right: metric('c') })).toBe('a - b - c')
    expect(writePromql({ ...twice, left: metric('c'), right: difference })).toBe('c - (a - b)')
  })

  it('says of any expression what it says', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        expect(isSame(readPromql(writePromql(expr)), expr)).toBe(true)
      }),
    )
  })
})
