import type { VariableValue } from '@orrery/format'
import { describe, expect, it } from 'vitest'
import type { ValueVariable, VariableOption } from '../variable.ts'
import { admitValue, defaultValue, detailValue, settleValue } from './values.ts'

const options: VariableOption[] = [{ value: 'api' }, { value: 'web', text: 'Web', properties: { zone: 'eu' } }]
const one: ValueVariable = { type: 'choice', name: 'job', options }
const several: ValueVariable = { ...one, multi: true }
const all: ValueVariable = { ...several, includeAll: true }
const custom: ValueVariable = { ...one, allowCustom: true }
const text: ValueVariable = { type: 'text', name: 'path', pattern: '/[a-z]+|none', default: 'none' }
const free: ValueVariable = { type: 'text', name: 'free', default: '' }
const keys: ValueVariable = { type: 'groupBy', name: 'by', datasource: 'd' }
const range = { from: 0, to: 3_600_000 }

it.each<[string, ValueVariable, VariableValue, boolean]>([
  ['a listed option', one, 'web', true],
  ['the text of an option', one, 'Web', false],
  ['another value', one, 'db', false],
  ['another value where others are taken', custom, 'db', true],
  ['All where it is not offered', custom, '$__all', false],
  ['a list where one is chosen', one, ['web'], false],
  ['several listed options', several, ['api', 'web'], true],
  ['a list with another value', several, ['api', 'db'], false],
  ['an empty list', several, [], false],
  ['All', all, '$__all', true],
  ['All as a list', all, ['$__all'], true],
  ['All among others', all, ['$__all', 'api'], false],
  ['a text that matches', text, '/users', true],
  ['a text that matches in part', text, '/users"} or up{', false],
  ['a text whose beginning is an alternative', text, 'nonesuch', false],
  ['a text with a line break after the match', text, '/users\n', false],
  ['a list of texts', text, ['/users'], false],
  ['any text where there is no pattern', free, '"; drop', true],
  ['a text that is too long', free, 'x'.repeat(1025), false],
  ['any key of a source', keys, ['job', 'zone'], true],
  ['no key', keys, [], true],
  ['a key of others', { ...keys, keys: ['job'] }, ['zone'], false],
])('admitValue decides on %s', (_, variable, value, expected) => {
  const offered =
    variable.type === 'choice' ? options : variable.type === 'groupBy' && variable.keys ? [{ value: 'job' }] : []
  expect(admitValue(variable, value, offered)).toBe(expected)
})

it('admits nothing but nothing of an empty list', () => {
  expect(['', 'api', [], ['']].map((value) => admitValue(several, value, []))).toEqual([true, false, true, true])
})

describe('settleValue', () => {
  it.each<[string, ValueVariable, VariableValue | undefined, VariableValue]>([
    ['the first option', one, undefined, 'api'],
    ['the default', { ...one, default: 'web' }, undefined, 'web'],
    ['the first option where the default is gone', { ...one, default: 'db' }, undefined, 'api'],
    ['All', all, undefined, ['$__all']],
    ['what is wanted', one, 'web', 'web'],
    ['what of it is offered', several, ['db', 'web'], ['web']],
    ['the default where nothing of it is', { ...several, default: 'web' }, ['db'], ['web']],
    ['one of several that were wanted', one, ['web', 'api'], 'web'],
    ['a text of its own', custom, 'db', 'db'],
  ])('takes %s', (_, variable, wanted, expected) => {
    expect(settleValue(variable, wanted, options)).toEqual(expected)
  })

  it('has an empty value where nothing is offered', () => {
    expect([settleValue(one, 'web', []), settleValue(several, ['web'], [])]).toEqual(['', []])
  })

  it('knows the defaults of the other types', () => {
    const found: ValueVariable[] = [
      { type: 'constant', name: 'c', value: 'x' },
      { type: 'switch', name: 's', on: '1', off: '0' },
      { type: 'switch', name: 's', on: '1', off: '0', default: true },
      { type: 'interval', name: 'i', options: ['1m'], default: '1m' },
      keys,
      { ...text, default: '/a' },
    ]
    const offered = ['x', '1', '0', '1m'].map((value) => ({ value }))
    expect(found.map((variable) => defaultValue(variable, offered))).toEqual(['x', '0', '1', '1m', [], '/a'])
  })
})

describe('detailValue', () => {
  it('tells texts and properties', () => {
    expect(detailValue(several, ['web', 'api'], { options, range })).toEqual({
      value: ['web', 'api'],
      text: ['Web', 'api'],
      properties: { zone: ['eu', ''] },
      isListed: true,
    })
    expect(detailValue(custom, 'db', { options, range })).toEqual({ value: 'db', isListed: false })
  })

  it('tells All as every value, or as its author wrote it', () => {
    expect(detailValue(all, '$__all', { options, range, allText: 'Alle' })).toMatchObject({
      value: ['api', 'web'],
      text: 'Alle',
      isListed: true,
    })
    const written: ValueVariable = { ...all, allValue: '.*' }
    expect(detailValue(written, ['$__all'], { options: [], range })).toMatchObject({ verbatim: '.*', text: 'All' })
  })

  it('follows the range with an automatic interval', () => {
    const interval: ValueVariable = { type: 'interval', name: 'i', options: ['1m'], auto: { count: 30, least: '10s' } }
    const at = (to: number) => detailValue(interval, '$__auto', { options: [], range: { from: 0, to } }).value
    expect([at(60_000), at(3_600_000), at(86_400_000)]).toEqual(['10s', '2m', '1h'])
  })
})
