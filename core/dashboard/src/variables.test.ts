import type { VariableValue } from '@orrery/query'
import { describe, expect, it } from 'vitest'

import type { ValueVariable } from './variable.ts'
import { admitVariable, resolveVariables } from './variables.ts'

const options = [{ value: 'api' }, { value: 'web', text: 'Web' }]
const one: ValueVariable = { type: 'choice', name: 'job', options }
const several: ValueVariable = { type: 'choice', name: 'jobs', options, multi: true }
const text: ValueVariable = { type: 'text', name: 'path', pattern: '/[a-z]+|none', default: 'none' }
const free: ValueVariable = { type: 'text', name: 'free', default: '' }

describe('admitVariable', () => {
  it.each<[string, ValueVariable, VariableValue, boolean]>([
    ['a listed option', one, 'web', true],
    ['the text of an option', one, 'Web', false],
    ['another value', one, 'db', false],
    ['a list where one is chosen', one, ['web'], false],
    ['several listed options', several, ['api', 'web'], true],
    ['one of several', several, 'api', true],
    ['a list with another value', several, ['api', 'db'], false],
    ['an empty list', several, [], false],
    ['a text that matches', text, '/users', true],
    ['a text that matches in part', text, '/users"} or up{', false],
    ['a text whose beginning is an alternative', text, 'nonesuch', false],
    ['a text with a line break after the match', text, '/users\n', false],
    ['a list of texts', text, ['/users'], false],
    ['any text where there is no pattern', free, '"; drop', true],
    ['a text that is too long', free, 'x'.repeat(1025), false],
  ])('decides on %s', (_, variable, value, expected) => {
    expect(admitVariable(variable, value)).toBe(expected)
  })
})

describe('resolveVariables', () => {
  const variables = [one, several, text, { ...free, default: 'x' }]

  it('takes defaults where nothing was chosen, and lists for several values', () => {
    expect(resolveVariables(variables, {})).toEqual({ job: 'api', jobs: ['api'], path: 'none', free: 'x' })
    expect(resolveVariables([{ ...several, default: ['web', 'api'] }], {})).toEqual({ jobs: ['web', 'api'] })
  })

  it('takes what was chosen', () => {
    expect(resolveVariables(variables, { job: 'web', jobs: 'web', path: '/a' })).toEqual({
      job: 'web',
      jobs: ['web'],
      path: '/a',
      free: 'x',
    })
  })

  it('refuses a value that its variable does not admit', () => {
    expect(() => resolveVariables(variables, { job: 'db' })).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_FORBIDDEN', status: 403, params: { variable: 'job' } }),
    )
  })

  it.each(['other', '__interval', 'constructor'])('refuses the name %s, which nothing declares', (name) => {
    expect(() => resolveVariables(variables, { [name]: 'x' })).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_UNKNOWN', status: 400 }),
    )
  })
})
