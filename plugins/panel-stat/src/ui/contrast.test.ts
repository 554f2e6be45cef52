import { expect, it } from 'vitest'
import { readableOn } from './contrast.ts'

it.each([
  ['#ffffff', '#000'],
  ['#f7d97d', '#000'],
  ['#fff', '#000'],
  ['#000000', '#fff'],
  ['#614ab9', '#fff'],
  ['#c93434ff', '#fff'],
])('writes on %s in %s', (background, text) => {
  expect(readableOn(background)).toBe(text)
})
