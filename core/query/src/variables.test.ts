import { describe, expect, it } from 'vitest'

import type { VariableScope, VariableValue } from '@orrery/format'
import { builtInValues, interpolate, type Quotes } from './variables.ts'

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
        params: { variable: 'jobs', format: 'toString', known: expect.arrayContaining(['csv', 'regex', 'uriencode']) },
      }),
    )
  })
})

describe('formats that the source has none of its own for', () => {
  const scope: VariableScope = {
    job: { value: ['a', 'b'], text: ['A', 'B'], properties: { zone: ['eu', 'us'] }, isListed: true },
    typed: "x' or 1=1",
    all: { value: ['a', 'b'], text: 'All', verbatim: '.*', isListed: true },
    __user: { value: "o'hara" },
    __interval: '15s',
  }

  it.each([
    ['${job:pipe} ${job.zone:csv} ${job:text}', 'a|b eu,us A + B'],
    ['${job.0} ${job.zone}', "'a' 'eu','us'"],
    ['${typed:percentencode}', 'x%27%20or%201%3D1'],
    ['$all ${all:regex} ${all:text}', '.* .* All'],
    ['$__interval ${__interval:raw} $__user', "15s 15s 'o'hara'"],
  ])('write %s', (template, written) => {
    expect(interpolate(template, scope, quoted)).toBe(written)
  })

  it.each(['${typed:raw}', '${typed:sqlstring}', '${typed.0:csv}', '${__user:raw}'])('refuse %s', (template) => {
    expect(() => interpolate(template, scope, quoted)).toThrow(expect.objectContaining({ code: 'QUERY_VARIABLE_RAW' }))
  })

  it('refuse what a value has not', () => {
    expect(() => interpolate('${job.region}', scope, quoted)).toThrow(
      expect.objectContaining({
        code: 'QUERY_VARIABLE_UNKNOWN',
        params: expect.objectContaining({ variable: 'job.region' }),
      }),
    )
  })
})

describe('builtInValues', () => {
  it('follows from range and interval', () => {
    expect(builtInValues({ range: { from: 1000, to: 3_601_000 }, intervalMs: 15_000 })).toEqual({
      __from: '1000',
      __to: '3601000',
      __range: '3600s',
      __range_s: '3600',
      __range_ms: '3600000',
      __interval: '15s',
      __interval_ms: '15000',
      __rate_interval: '1m',
      __rate_interval_ms: '60000',
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
