import { describe, expect, it } from 'vitest'
import {
  hasSameSecretTargets,
  isSecretRef,
  mapSecrets,
  Secret,
  secretPaths,
  secretTarget,
  secretTargetPaths,
  storedSchema,
  Type,
  validate,
  Variants,
} from './index.ts'

const password = Secret({ title: 'Password' })
const Source = Type.Object({
  url: Type.String({ ...secretTarget }),
  proxy: Type.Optional(Type.String({ ...secretTarget })),
  auth: Variants([
    Type.Object({ type: Type.Literal('none') }),
    Type.Object({ type: Type.Literal('basic'), user: Type.String(), password }),
  ]),
  headers: Type.Record(Type.String(), Type.Object({ value: password })),
  tokens: Type.Array(Type.Union([password, Type.Null()])),
})
const source = {
  url: 'http://a',
  auth: { type: 'basic', user: 'u', password: 'p' },
  headers: { 'x/y': { value: { $env: 'X' } } },
  tokens: ['t', null],
}

describe('secrets', () => {
  it('are found in unions, records and lists', () => {
    expect(secretPaths(Source, source)).toEqual(['/auth/password', '/headers/x~1y/value', '/tokens/0', '/tokens/1'])
  })

  it('are found when the tag of the union is unknown', () => {
    expect(secretPaths(Source, { auth: { type: 'other', password: 'p' } })).toEqual(['/auth/password'])
  })

  it('are replaced in a copy', () => {
    const replaced = mapSecrets(Source, source, (secret, path) =>
      typeof secret === 'string' ? { $secret: path } : secret,
    )
    expect(replaced).toEqual({
      url: 'http://a',
      auth: { type: 'basic', user: 'u', password: { $secret: '/auth/password' } },
      headers: { 'x/y': { value: { $env: 'X' } } },
      tokens: [{ $secret: '/tokens/0' }, null],
    })
    expect(source.auth.password).toBe('p')
  })

  it('are dropped by undefined', () => {
    expect(mapSecrets(Source, { auth: source.auth }, () => undefined)).toEqual({ auth: { type: 'basic', user: 'u' } })
  })

  it('leave a document without them as it is', () => {
    const plain = { url: 'http://a', auth: { type: 'none' } }
    expect(mapSecrets(Source, plain, () => 'never')).toBe(plain)
  })
})

describe('secret targets', () => {
  it('are the marked values that are there', () => {
    expect(secretTargetPaths(Source, source)).toEqual(['/url'])
    expect(secretTargetPaths(Source, { ...source, proxy: 'http://p' })).toEqual(['/url', '/proxy'])
  })

  it('differ when one is changed, added or removed', () => {
    expect(hasSameSecretTargets(Source, source, { ...source, tokens: [] })).toBe(true)
    expect(hasSameSecretTargets(Source, source, { ...source, url: 'http://b' })).toBe(false)
    expect(hasSameSecretTargets(Source, source, { ...source, proxy: 'http://p' })).toBe(false)
    expect(hasSameSecretTargets(Source, { ...source, proxy: 'http://p' }, source)).toBe(false)
  })
})

describe('a stored document', () => {
  const withPassword = (value: unknown) => ({ ...source, auth: { ...source.auth, password: value } })
  const isStored = (value: unknown) => validate(storedSchema(Source), value).ok

  it('holds a text or a reference in place of each secret', () => {
    for (const value of ['p', { $secret: 'id' }, { $env: 'NAME' }, { $file: '/run/secret' }])
      expect(isStored(withPassword(value))).toBe(true)
    for (const value of [1, {}, { $secret: '' }, { $secret: 'a', $env: 'b' }, { $vault: 'x' }])
      expect(isStored(withPassword(value))).toBe(false)
  })

  it('says what may stand in place of a secret', () => {
    expect(validate(storedSchema(Source), withPassword(1))).toMatchObject({
      problems: [{ path: '/auth/password', message: 'must be a text or a secret reference' }],
    })
  })

  it('has the same secrets by its own schema', () => {
    expect(secretPaths(storedSchema(Source), source)).toEqual(secretPaths(Source, source))
  })

  it('is described once for each schema', () => {
    expect(storedSchema(Source)).toBe(storedSchema(Source))
  })
})

it('isSecretRef asks for exactly one known key with a text', () => {
  expect([{ $secret: 'a' }, { $env: 'a' }, { $file: 'a' }].every(isSecretRef)).toBe(true)
  expect([{ $secret: 1 }, { $other: 'a' }, { $env: 'a', x: 1 }, 'a', undefined, []].some(isSecretRef)).toBe(false)
})
