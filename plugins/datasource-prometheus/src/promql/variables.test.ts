import { describe, expect, it } from 'vitest'
import { parsePromql } from './parse.ts'
import { isVariable, maskVariables } from './variables.ts'

describe('maskVariables', () => {
  it.each([
    'rate($metric[$__rate_interval])',
    '${metric}_total offset $shift',
    'rate(a[${n}m:$__interval]) @ $time',
    'sum by ($labels) (up{$label=~"${value:regex}", x!="\'$y"}) > $limit',
    "node_${kind}_total{job='$job'} # 100$ of $x",
    'a offset -$x + topk(${k:raw}, b)',
    'last_over_time(a[$w] offset ${o})',
  ])('lets the grammar read %s', (expr) => {
    expect(maskVariables(expr)).toHaveLength(expr.length)
    expect(() => parsePromql(expr)).not.toThrow()
  })

  it('leaves strings and comments alone', () => {
    expect(maskVariables('a{b="$c", d=`$e`} # $f')).toBe('a{b="$c", d=`$e`} # $f')
  })
})

describe('isVariable', () => {
  it('knows one variable from text with one', () => {
    expect(['$a', '${a:csv}', 'a$b', '$a$b', 'x', ''].map(isVariable)).toEqual([true, true, false, false, false, false])
  })
})
