import { expect, it } from 'vitest'
import { unitBase } from './index.ts'

it.each([
  ['bytes', 2],
  ['mbytes', 2],
  ['decbytes', 10],
  ['Bps', 10],
  ['s', 10],
  ['no such unit', 10],
  [undefined, 10],
])('counts %s in powers of the base %i', (unit, base) => {
  expect(unitBase(unit)).toBe(base)
})
