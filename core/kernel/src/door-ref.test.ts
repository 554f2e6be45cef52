import { validate } from '@orrery/schema'
import { expect, it } from 'vitest'
import { DoorRef, isDoorRef } from './door-ref.ts'

it.each([
  { $door: 'server', path: './server/a.js' },
  { $door: 'web', path: './ui/a.js' },
  { $door: 'shared', server: './server/a.js', web: './ui/a.js' },
  { $door: 'web', path: 'x'.repeat(512) },
  { $door: 'web', path: 'x'.repeat(513) },
  { $door: 'web', path: '' },
  { $door: 'web', path: 1 },
  { $door: 'web' },
  { $door: 'web', path: './ui/a.js', more: 1 },
  { $door: 'shared', path: './server/a.js' },
  { $door: 'shared', server: './server/a.js' },
  { $door: 'toString', path: './server/a.js' },
  { $door: 1, path: './server/a.js' },
  { path: './server/a.js' },
  [],
  'server',
  null,
  undefined,
])('knows a door exactly where the schema does: %j', (value) => {
  expect(isDoorRef(value)).toBe(validate(DoorRef, value).ok)
})
