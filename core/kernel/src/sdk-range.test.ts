import { expect, it } from 'vitest'
import { sdkSatisfies } from './index.ts'

it.each([
  ['*', '0.1.0', true],
  ['1.2.3', '1.2.3', true],
  ['1.2.3', '1.2.4', false],
  ['1.2', '1.2.9', true],
  ['1', '1.9.0', true],
  ['1', '2.0.0', false],
  ['^1.2.3', '1.9.0', true],
  ['^1.2.3', '1.2.2', false],
  ['^1.2.3', '2.0.0', false],
  ['^0.1.2', '0.1.9', true],
  ['^0.1.2', '0.2.0', false],
  ['^0.0.3', '0.0.3', true],
  ['^0.0.3', '0.0.4', false],
  ['^0', '0.9.0', true],
  ['~1.2.3', '1.2.9', true],
  ['~1.2.3', '1.3.0', false],
  ['~0.1', '0.1.5', true],
  ['~1', '1.5.0', true],
  ['^1.0.0 || ^2.0.0', '2.3.0', true],
  ['^0.1.0', '0.1.0-next.2', true],
  ['', '1.0.0', false],
  ['latest', '1.0.0', false],
  ['>=1', '1.0.0', false],
  ['*', 'x', false],
])('range "%s" and version %s: %s', (range, version, inside) => {
  expect(sdkSatisfies(range, version)).toBe(inside)
})
