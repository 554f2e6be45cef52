import { expect, it } from 'vitest'
import { toOwnPath } from './own-path.ts'

const origin = 'http://localhost:3000'

it('keeps a path of this host with its query and hash', () => {
  expect(toOwnPath('/d/cpu?from=now-1h&to=now#x', origin)).toBe('/d/cpu?from=now-1h&to=now#x')
})

it('leads to the first page instead of another site', () => {
  const others = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/x/..//evil.example/',
    'javascript:alert(1)',
    'd/cpu',
    '',
    undefined,
    ['/d/cpu'],
  ]
  expect(others.map((to) => toOwnPath(to, origin))).toEqual(others.map(() => '/'))
})

it('does not lead back to the sign-in', () => {
  expect(toOwnPath('/sign-in?to=/sign-in', origin)).toBe('/')
  expect(toOwnPath('/setup', origin)).toBe('/')
})
