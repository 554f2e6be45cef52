import { expect, it } from 'vitest'
import { readableOn, shadeOf } from './contrast.ts'

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

it('shades a ground away from the text on it', () => {
  expect([shadeOf('#f7d97d'), shadeOf('#614ab9')]).toEqual([
    'color-mix(in srgb, #f7d97d, #fff 18%)',
    'color-mix(in srgb, #614ab9, #000 18%)',
  ])
})
