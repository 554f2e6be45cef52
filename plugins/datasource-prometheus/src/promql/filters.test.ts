import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLabelFilters, type LabelFilter } from './filters.ts'
import { parsePromql } from './parse.ts'

const job: readonly LabelFilter[] = [{ key: 'job', operator: '=', values: ['api'] }]

describe('addLabelFilters', () => {
  it.each([
    ['up', 'up{job="api"}'],
    ['up{}', 'up{job="api"}'],
    ['{a="b"}', '{a="b", job="api"}'],
    ['up{a="b",}', 'up{a="b", job="api",}'],
    ['up{ # why {\n}', 'up{job="api" # why {\n}'],
    ['{"metric.name", "label.name"=~`x}`}', '{"metric.name", "label.name"=~`x}`, job="api"}'],
    ['rate(a[5m] offset 1h) / b @ end()', 'rate(a{job="api"}[5m] offset 1h) / b{job="api"} @ end()'],
    ['max_over_time(a[1h:5m])', 'max_over_time(a{job="api"}[1h:5m])'],
    ['sum by (job) (a) or absent(b{job="x"})', 'sum by (job) (a{job="api"}) or absent(b{job="x", job="api"})'],
    [
      'rate($metric[$__rate_interval]) > $limit * 1',
      'rate($metric{job="api"}[$__rate_interval]) > $limit{job="api"} * 1',
    ],
    ['label_replace(a, "x", "$1{}", "y", "(.*)")', 'label_replace(a{job="api"}, "x", "$1{}", "y", "(.*)")'],
    ['info(a, {version=~".+"})', 'info(a{job="api"}, {version=~".+"})'],
    ['rate', 'rate{job="api"}'],
    ['time() + 1', 'time() + 1'],
  ])('writes %s', (expr, filtered) => {
    expect(addLabelFilters(expr, job)).toBe(filtered)
  })

  it.each<[LabelFilter, string]>([
    [{ key: 'a', operator: 'oneOf', values: ['x.y', 'z|"'] }, 'up{a=~"x\\\\.y|z\\\\|\\""}'],
    [{ key: 'a', operator: 'notOneOf', values: ['x', 'y'] }, 'up{a!~"x|y"}'],
    [{ key: 'a', operator: 'oneOf', values: ['x.y'] }, 'up{a="x.y"}'],
    [{ key: 'a', operator: '!~', values: ['x.*'] }, 'up{a!~"x.*"}'],
    [{ key: 'a', operator: '=', values: [] }, 'up'],
    [{ key: 'http.method', operator: '=', values: ['a\nb'] }, 'up{"http.method"="a\\nb"}'],
    [{ key: '__name__', operator: '!=', values: ['up'] }, '{__name__="up", __name__!="up"}'],
  ])('writes the filter %j', (filter, filtered) => {
    expect(addLabelFilters('up', [filter])).toBe(filtered)
  })

  it('makes a quoted name a condition beside a filter of the name', () => {
    const filter: LabelFilter = { key: '__name__', operator: '=~', values: ['x.*'] }
    expect(addLabelFilters('{"a.b"} + c{d="e"}', [filter])).toBe(
      '{__name__="a.b", __name__=~"x.*"} + {d="e", __name__="c", __name__=~"x.*"}',
    )
  })

  it.each(['up{', 'up{job="x', 'sum(', 'a b', '', 'up } or vector(1'])('refuses %j, which cannot be read', (expr) => {
    expect(() => addLabelFilters(expr, job)).toThrow(expect.objectContaining({ code: 'PROMQL_UNREADABLE' }))
  })

  it('lets no key and no value change what else the expression says', () => {
    const text = oneof(string(), constantFrom('"} or vector(1) #', '`', "'", '\\', '\\"', '\n', '{', '$x'))
    const operator = constantFrom('=', '!=', '=~', '!~', 'oneOf', 'notOneOf')
    const filters = array(record({ key: text, operator, values: array(text, { maxLength: 3 }) }))
    const exprs = constantFrom('sum(rate(a[5m]))', 'a{b="c"} / on (x) {"m.n"}', 'absent(a{}) or b offset 5m')
    const ofMatchers = new Set([
      'LabelMatchers',
      'UnquotedLabelMatcher',
      'QuotedLabelMatcher',
      'QuotedLabelName',
      'Identifier',
    ])
    const outline = (expr: string) => {
      const names: string[] = []
      parsePromql(expr).iterate({
        enter({ name }) {
          if (!ofMatchers.has(name)) names.push(name)
          return !ofMatchers.has(name)
        },
      })
      return names
    }
    assert(
      property(exprs, filters, (expr, added) => {
        expect(outline(addLabelFilters(expr, added))).toEqual(outline(expr))
      }),
    )
  })
})
