import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus.fixture.ts'
import { anyExpr } from './expr.fixture.ts'
import { isSame } from './expr.ts'
import { formatPromql } from './format.ts'
import { readPromql } from './read.ts'
import { writePromql } from './write.ts'

describe('formatPromql', () => {
  it('sets spaces on one line', () => {
    expect(formatPromql('sum  by(job)(rate( up{a="b",c!="d",}[ 5m ] offset 1h))/on(job)group_left(x)y>b', 100)).toBe(
      'sum by (job) (rate(up{a="b", c!="d"}[5m] offset 1h)) / on (job) group_left (x) y > b',
    )
    expect(formatPromql('sum(up @ end ( ))by(a)+-$x')).toBe('sum(up @ end()) by (a) + -$x')
  })

  it('breaks long expressions before operators and at arguments', () => {
    const quantile = 'histogram_quantile(0.95,sum by(le)(rate(http_request_duration_seconds_bucket{job="api"}[5m])))'
    expect(formatPromql(`${quantile}/1000`)).toMatchInlineSnapshot(`
      "histogram_quantile(
        0.95,
        sum by (le) (rate(http_request_duration_seconds_bucket{job="api"}[5m]))
      )
      / 1000"
    `)
  })

  it('keeps comments where they were', () => {
    const expr = '# first\nsum( # all\n  up{a="b", # why\n c="d"}\n # last\n) + # more\n 1 # end'
    const formatted = formatPromql(expr)
    expect(formatted).toMatchInlineSnapshot(`
      "# first
      sum(
        # all
        up{
          a="b",
          # why
          c="d"
        } # last
      )
      + # more
      1 # end"
    `)
    expect(formatPromql(formatted)).toBe(formatted)
    expect(isSame(readPromql(formatted), readPromql(expr))).toBe(true)
  })

  it.each(corpus)('says the same of %s, and says it once', (expr) => {
    const formatted = formatPromql(expr, 40)
    expect(isSame(readPromql(formatted), readPromql(expr))).toBe(true)
    expect(formatPromql(formatted, 40)).toBe(formatted)
  })

  it('says the same of any expression', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        const formatted = formatPromql(writePromql(expr), 30)
        expect(isSame(readPromql(formatted), expr)).toBe(true)
        expect(formatPromql(formatted, 30)).toBe(formatted)
      }),
    )
  })

  it('refuses what it cannot read', () => {
    expect(() => formatPromql('sum(')).toThrow(expect.objectContaining({ code: 'PROMQL_UNREADABLE' }))
  })
})
