import { CodedError } from '@orrery/schema'
import { expect, it } from 'vitest'
import { createRedactor, passwordsOf } from './redactor.ts'

const SECRET = 'pa"ss\\wörd+/ 1'
const make = (...secrets: readonly string[]) => {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.learn(secret)
  return redactor
}

it('takes a secret out in every form in which it may be said', () => {
  const { text } = make(SECRET)
  const json = JSON.stringify({ SECRET })
  const forms = [
    SECRET,
    json,
    JSON.stringify(json),
    encodeURIComponent(SECRET),
    new URLSearchParams({ SECRET }).toString(),
    ...['', 'u:', 'us:', 'usr:'].map((user) => `Basic ${Buffer.from(user + SECRET).toString('base64')}`),
    Buffer.from(SECRET).toString('base64url'),
  ]
  for (const form of forms) {
    expect(text(`before ${form} after`)).toMatch(/^before .*\[secret\].* after$/)
    expect(text(form)).not.toMatch(/ss|rd|wör/)
  }
})

it('leaves a line of JSON one, whatever the secret is', () => {
  const secret = '","msg":"'
  const line = JSON.stringify({ level: 'info', msg: 'text', said: secret })
  expect(JSON.parse(make(secret).line(line))).toEqual({ level: 'info', msg: 'text', said: '[secret]' })
})

it('tells errors without it, in all their params', () => {
  const error = new CodedError('E', 'E_FAILED', 502, `of ${SECRET}`, { list: [{ [SECRET]: SECRET }], count: 1 })
  const told = make(SECRET).error(error)
  expect(told).toMatchObject({ code: 'E_FAILED', status: 502, message: 'of [secret]' })
  expect(told.params).toEqual({ list: [{ '[secret]': '[secret]' }], count: 1 })
})

it('knows several, the longest first, and leaves words that are too short', () => {
  const { text } = make('long-secret', 'long-secret-of-two', 'abc')
  expect(text('long-secret-of-two long-secret abc')).toBe('[secret] [secret] abc')
  expect(make().text('abc')).toBe('abc')
})

it('knows the password of an address', () => {
  expect(passwordsOf('postgres://ada:p%40ss@host/db')).toEqual(['p%40ss', 'p@ss'])
  expect(passwordsOf('postgres://ada:p%zz@host/db')).toEqual(['p%zz'])
  expect(passwordsOf('nothing').join('')).toBe('')
})
