import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../corpus.fixture.ts'
import { anyExpr } from '../expr.fixture.ts'
import { isSame } from '../expr.ts'
import { readPromql } from '../read.ts'
import { writePromql } from '../write.ts'
import { isCodeOnly, toBuilder } from './to-builder.ts'
import { toPromql } from './to-promql.ts'

describe('toBuilder', () => {
  it('makes steps of functions, aggregations and operators', () => {
    expect(
      toBuilder('100 * histogram_quantile(0.95, sum by (le) (rate(x_bucket{job=~"a|b"}[5m] offset 1h))) / on (job) y'),
    ).toEqual({
      metric: 'x_bucket',
      filters: [{ name: 'job', operator: '=~', value: 'a|b' }],
      offset: '1h',
      operations: [
        { kind: 'function', name: 'rate', params: [], range: '5m' },
        { kind: 'aggregation', name: 'sum', params: [], grouping: { mode: 'by', labels: ['le'] } },
        { kind: 'function', name: 'histogram_quantile', params: ['0.95'] },
        { kind: 'constant', operator: '*', isBool: false, value: '100', isFirst: true },
        {
          kind: 'join',
          operator: '/',
          isBool: false,
          matching: { mode: 'on', labels: ['job'] },
          query: { metric: 'y', filters: [], operations: [] },
        },
      ],
    })
  })

  const codeOnly = new Map([
    ['up # why', 'It has comments, which steps cannot keep.'],
    ['rate(', 'It cannot be read; correct it first.'],
    ['1 + 1', 'It names no metric.'],
    ['-up', 'It has a sign before a series.'],
    ['sum(up) + fill (0) up', 'It fills in for series that are missing on one side.'],
    ['topk(scalar(count(up)), up)', 'A function in it is given what the builder has no field for.'],
    ['max_over_time(up[1h:] offset 5m)', 'Its offset or fixed time is not at a metric.'],
    ['up offset 1h @ end()', 'It is put together in a way that steps cannot follow.'],
    ['rate(up[5m])[30m:1m]', 'It is put together in a way that steps cannot follow.'],
  ])
  it.each([...codeOnly])('says why %s is code only', (expr, reason) => {
    expect(toBuilder(expr)).toEqual({ codeOnly: reason })
  })

  it('starts from nothing', () => {
    expect(toBuilder(' ')).toEqual({ metric: '', filters: [], operations: [] })
    expect(toPromql({ metric: '', filters: [], operations: [] })).toBe('')
  })
})

describe('toPromql', () => {
  const isOfSteps = (expr: string) => !isCodeOnly(toBuilder(expr))

  it.each(corpus.filter(isOfSteps))('means the same as %s', (expr) => {
    const query = toBuilder(expr)
    if (isCodeOnly(query)) throw new Error(query.codeOnly)
    expect(isSame(readPromql(toPromql(query)), readPromql(expr))).toBe(true)
  })

  it('has steps for all that people write but one', () => {
    expect(corpus.filter((expr) => !isOfSteps(expr))).toEqual([
      'rate(http_requests_total{job="api-server"}[5m])[30m:1m]',
    ])
  })

  it('means the same as any expression that has steps', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        const text = writePromql(expr)
        const query = toBuilder(text)
        expect(isCodeOnly(query) || isSame(readPromql(toPromql(query)), readPromql(text))).toBe(true)
      }),
    )
  })

  it('evaluates at steps what is not a selector', () => {
    const rate = { kind: 'function', name: 'rate', params: [], range: '5m' } as const
    const max = { kind: 'function', name: 'max_over_time', params: [], range: '1h' } as const
    expect(toPromql({ metric: 'x', filters: [], operations: [rate, max] })).toBe('max_over_time(rate(x[5m])[1h:])')
  })
})
