import { describe, expect, it } from 'vitest'
import { corpus } from '../corpus.fixture.ts'
import { explain } from './explain.ts'

const textsOf = (expr: string) => explain(expr).map(({ text }) => text)

describe('explain', () => {
  it('tells what a query does, in the order in which it is done', () => {
    const expr =
      'topk(5, sum by (path) (rate(http_requests_total{job="api", code!~"2.."}[5m] offset 1d))) * 60 > bool 1'
    expect(textsOf(expr)).toEqual([
      'Takes http_requests_total where job is api and code does not match 2...',
      'Looks 1 day back.',
      'Turns it into growth per second, averaged over the last 5 minutes.',
      'sum: The sum of the series of each group. There is one group for each path.',
      'topk: The k series with the largest values. With k = 5. All series are one group.',
      'Multiplies by 60.',
      'Gives 1 where the value is greater than 1, else 0.',
    ])
  })

  it('tells which series of two sides belong together', () => {
    expect(textsOf('a / b').at(-1)).toBe('Divides by b. Series belong together that have the same labels.')
    expect(textsOf('a * on (instance) group_left (release) b').at(-1)).toBe(
      'Multiplies by b. Series belong together that have the same instance. Several on the left may belong to one on the right. release comes along.',
    )
    expect(textsOf('100 - up').at(-1)).toBe('Computes 100 - what came before.')
  })

  it('tells of ranges that are evaluated', () => {
    expect(textsOf('max_over_time(rate(x[5m])[1h:1m])').slice(2)).toEqual([
      'Evaluates this again and again over the last 1 hour, at every 1 minute.',
      'max_over_time: The largest sample within the range. The range is the last 1 hour.',
    ])
  })

  it('shows which text each step is about', () => {
    const expr = 'sum(rate(up[5m]))'
    expect(explain(expr).map(({ span }) => expr.slice(span.from, span.to))).toEqual(['up', 'rate(up[5m])', expr])
  })

  it.each(corpus)('has words for %s', (expr) => {
    expect(explain(expr).length).toBeGreaterThan(0)
  })
})
