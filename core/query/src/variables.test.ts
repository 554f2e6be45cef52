import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  builtInValues,
  interpolate,
  parseTemplate,
  usedVariables,
  type Quotes,
  type VariableValue,
} from './variables.ts'

const quoted = (value: VariableValue) => `'${[value].flat().join("','")}'`
const values = { host: 'web-1', jobs: ['a', 'b'], __interval: '15s' }

describe('interpolate', () => {
  it.each([
    ['up{host=$host}', "up{host='web-1'}"],
    ['${host}_total', "'web-1'_total"],
    ['$host.$host', "'web-1'.'web-1'"],
    ['in ($jobs)', "in ('a','b')"],
    ['rate(x[$__interval])', 'rate(x[15s])'],
    ['label_replace(x, "a", "$1", "b", "(.*)$")', 'label_replace(x, "a", "$1", "b", "(.*)$")'],
    ['${1} $$host $$$host ${ host} ${host', "${1} $host $'web-1' ${ host} ${host"],
    ['', ''],
  ])('turns %j into %j', (template, expected) => {
    expect(interpolate(template, values, quoted)).toBe(expected)
  })

  it('never reads what a value brings in', () => {
    expect(interpolate('$a', { a: '$b ${b}', b: 'x' }, String)).toBe('$b ${b}')
  })

  it('refuses a variable that has no value', () => {
    expect(() => interpolate('up{host=$hots}', values, quoted)).toThrow(
      expect.objectContaining({
        code: 'QUERY_VARIABLE_UNKNOWN',
        params: { variable: 'hots', known: ['__interval', 'host', 'jobs'] },
      }),
    )
    expect(() => interpolate('$constructor', values, quoted)).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_UNKNOWN' }),
    )
  })

  it('writes a value in the format that is asked for, and refuses one that the source lacks', () => {
    const quotes: Quotes = { default: quoted, regex: (value) => [value].flat().join('|') }
    expect(interpolate('${jobs:regex} ${jobs}', values, quotes)).toBe("a|b 'a','b'")
    expect(() => interpolate('${jobs:toString}', values, quotes)).toThrow(
      expect.objectContaining({
        code: 'QUERY_VARIABLE_FORMAT',
        params: { variable: 'jobs', format: 'toString', known: ['regex'] },
      }),
    )
    expect(() => interpolate('${jobs:raw}', values, quoted)).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_FORMAT' }),
    )
  })
})

describe('parseTemplate', () => {
  it('tells text, variables and formats apart', () => {
    expect(parseTemplate('a $b ${c:csv}$$')).toEqual([
      { text: 'a ' },
      { variable: 'b', format: undefined },
      { text: ' ' },
      { variable: 'c', format: 'csv' },
      { text: '$' },
    ])
  })

  it('keeps every text in which dollar signs are doubled', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(interpolate(text.replaceAll('$', '$$$$'), {}, quoted)).toBe(text)
      }),
    )
  })
})

it('usedVariables finds names in every text of a query', () => {
  const query = { expr: 'up{h=$host}', legend: '$$no', list: [{ deep: '${__range}${host:csv}' }], n: 1, none: null }
  expect(usedVariables(query)).toEqual(['__range', 'host'])
})

describe('builtInValues', () => {
  it('follows from range and interval', () => {
    expect(builtInValues({ range: { from: 1000, to: 3_601_000 }, intervalMs: 15_000 })).toEqual({
      __from: '1000',
      __to: '3601000',
      __range: '3600s',
      __range_s: '3600',
      __interval: '15s',
      __interval_ms: '15000',
      __rate_interval: '1m',
    })
  })

  it.each([
    [1500, '1500ms'],
    [90_000, '90s'],
    [3_600_000, '1h'],
    [86_400_000, '1d'],
  ])('writes %i ms as %s', (intervalMs, expected) => {
    expect(builtInValues({ range: { from: 0, to: 1 }, intervalMs })['__interval']).toBe(expected)
  })

  it('opens the rate window with the sampling of the backend', () => {
    const request = { range: { from: 0, to: 1 }, intervalMs: 300_000 }
    expect(builtInValues(request, 60_000)['__rate_interval']).toBe('6m')
  })
})
