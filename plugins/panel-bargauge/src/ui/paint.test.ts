import { expect, it } from 'vitest'
import { cellsOf, gradientOf, type BarColors } from './paint.ts'

const colors: BarColors = { config: {}, scale: { min: 0, max: 100, base: 0 }, theme: 'dark', color: '#123456' }
const steps = [{ color: 'green' }, { value: 50, color: 'red' }, { value: 200, color: 'blue' }]
const byStep: BarColors = { ...colors, config: { min: 0, max: 100, thresholds: { mode: 'absolute', steps } } }

it('goes from one threshold on the scale to the next', () => {
  expect(gradientOf(byStep, 'right')).toBe('linear-gradient(to right, #4cc38a 0%, #ff6369 50%)')
})

it('goes as a scheme does', () => {
  const config = { min: 0, max: 100, color: { type: 'gradient' as const, from: '#000000', to: '#ffffff' } }
  const gradient = gradientOf({ ...colors, config }, 'top')
  expect([gradient.startsWith('linear-gradient(to top, #000000 0%, '), gradient.endsWith('#ffffff 100%)')]).toEqual([
    true,
    true,
  ])
})

it('grows to the one colour that there is', () => {
  const mixed = 'linear-gradient(to right, color-mix(in srgb, #123456 45%, transparent), #123456)'
  expect(gradientOf(colors, 'right')).toBe(mixed)
  expect(gradientOf({ ...byStep, config: { ...byStep.config, color: { type: 'fixed', color: 'red' } } }, 'right')).toBe(
    mixed,
  )
})

it('lights the cells within the bar, each in the colour of its place', () => {
  const cells = (hasRest: boolean) => cellsOf(byStep, 'right', 40, (share) => share < 0.7, hasRest)
  expect(cells(false).match(/#\w+|transparent \d+px \d+px/g)).toEqual([
    '#4cc38a',
    'transparent 7px 9px',
    '#4cc38a',
    'transparent 16px 18px',
    '#ff6369',
    'transparent 25px 27px',
    'transparent 27px 34px',
    'transparent 34px 36px',
  ])
  expect(cells(true)).toContain('color-mix(in srgb, #ff6369 22%, transparent) 27px 34px')
})
