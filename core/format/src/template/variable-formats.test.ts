import { describe, expect, it } from 'vitest'
import { fillText } from './fill-text.ts'
import { variableFormats } from './variable-formats.ts'
import type { VariableScope } from './variable-value.ts'

const scope: VariableScope = {
  host: ['a.b', "c'd"],
  one: 'x y/ü"<',
  at: '1750000000123',
  __timezone: 'Europe/Berlin',
  env: {
    value: ['p', 't'],
    text: ['Production', 'Test'],
    properties: { zone: ['eu', 'us'], 'on-call': ['ada', 'bob'] },
  },
}

it.each([
  ['csv', "a.b,c'd", 'x y/ü"<'],
  ['customqueryparam', 'host=a.b&host=c%27d', 'one=x%20y%2F%C3%BC%22%3C'],
  ['customqueryparam:h:v-', 'h=v-a.b&h=v-c%27d', 'h=v-x%20y%2F%C3%BC%22%3C'],
  ['distributed', "a.b,host=c'd", 'x y/ü"<'],
  ['doublequote', `"a.b","c'd"`, '"x y/ü\\"<"'],
  ['glob', "{a.b,c'd}", 'x y/ü"<'],
  ['html', 'a.b, c&#39;d', 'x y/ü&quot;&lt;'],
  ['join', "a.b,c'd", 'x y/ü"<'],
  ['join: + ', "a.b + c'd", 'x y/ü"<'],
  ['json', `["a.b","c'd"]`, String.raw`"x y/ü\"<"`],
  ['lucene', `("a.b" OR "c'd")`, String.raw`x\ y\/ü\"\<`],
  ['percentencode', 'a.b%2Cc%27d', 'x%20y%2F%C3%BC%22%3C'],
  ['pipe', "a.b|c'd", 'x y/ü"<'],
  ['queryparam', 'var-host=a.b&var-host=c%27d', 'var-one=x%20y%2F%C3%BC%22%3C'],
  ['raw', "a.b,c'd", 'x y/ü"<'],
  ['regex', String.raw`(a\.b|c'd)`, String.raw`x y\/ü"<`],
  ['singlequote', String.raw`'a.b','c\'d'`, `'x y/ü"<'`],
  ['sqlstring', "'a.b','c''d'", `'x y/ü"<'`],
  ['text', "a.b + c'd", 'x y/ü"<'],
  ['uriencode', "a.b,c'd", 'x%20y/%C3%BC%22%3C'],
])('writes %s', (format, several, one) => {
  expect([fillText(`\${host:${format}}`, scope), fillText(`\${one:${format}}`, scope)]).toEqual([several, one])
})

it('writes times', () => {
  const written = (format: string) => fillText(`\${at:${format}}`, scope)
  expect(written('date')).toBe('2025-06-15T15:06:40.123Z')
  expect(written('date:iso')).toBe('2025-06-15T15:06:40.123Z')
  expect(written('date:seconds')).toBe('1750000000')
  expect(written('date:YYYY-MM-DD HH:mm:ss.SSS')).toBe('2025-06-15 17:06:40.123')
  expect(written('date:ddd, D MMM YY [at] h:mm a')).toBe('Sun, 15 Jun 25 at 5:06 pm')
  expect(fillText('${one:date}', scope)).toBe('')
})

it('knows the nineteen formats, and which of them no grammar minds', () => {
  expect(variableFormats.size).toBe(19)
  const harmless = [...variableFormats.values()].filter(({ isRaw }) => !isRaw).map(({ id }) => id)
  expect(harmless).toEqual(['customqueryparam', 'date', 'percentencode', 'queryparam'])
})

describe('fillText', () => {
  it.each([
    ['$env on ${env.zone}', 'Production, Test on eu, us'],
    ['${env:csv} ${env:text} ${env.value} ${env.text}', 'p,t Production + Test p, t Production, Test'],
    ['${env.0} ${env.1:raw} ${env["on-call"]}', 'Production t ada, bob'],
    [
      '$$env $nobody ${env.2} ${env.other} ${env:other} $1 ${env',
      '$env $nobody ${env.2} ${env.other} ${env:other} $1 ${env',
    ],
  ])('writes %s', (template, written) => {
    expect(fillText(template, scope)).toBe(written)
  })

  it('writes what stands for All in its place, but as a text', () => {
    const all: VariableScope = { job: { value: ['a', 'b'], text: 'All', verbatim: '.*' } }
    expect(fillText('$job ${job:text}', all)).toBe('All All')
  })
})
