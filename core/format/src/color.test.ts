import { describe, expect, it } from 'vitest'

import { activeThreshold, colorOf, colorStatistic, display, thresholdLimits, type Thresholds } from './index.ts'

const thresholds: Thresholds = {
  mode: 'absolute',
  steps: [{ value: 80, color: 'red' }, { color: 'green' }, { value: 50, color: 'yellow' }],
}

describe('thresholds', () => {
  it('give the highest step that a value has reached, in any order', () => {
    expect([-1e9, 49, 50, 79, 80].map((value) => activeThreshold(value, thresholds)?.color)).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ])
    expect(activeThreshold(NaN, thresholds)).toBeUndefined()
    expect(activeThreshold(1, { mode: 'absolute', steps: [{ value: 2, color: 'red' }] })).toBeUndefined()
  })

  it('lie between min and max when they are percentages', () => {
    const percentage = { ...thresholds, mode: 'percentage' as const }
    expect(thresholdLimits(percentage, 100, 300)).toEqual([
      { value: -Infinity, color: 'green' },
      { value: 200, color: 'yellow' },
      { value: 260, color: 'red' },
    ])
    expect(activeThreshold(55, percentage)?.color).toBe('yellow')
  })
})

describe('colorOf', () => {
  it('colours series by the palette, values by thresholds', () => {
    expect(colorOf({ thresholds }, { index: 0, value: 90 }, 'dark')).toBe('#7aa2ff')
    expect(colorOf({ thresholds }, { value: 90 }, 'dark')).toBe('#ff6369')
    expect(colorOf({ thresholds, color: { type: 'thresholds' } }, { index: 0, value: 90 }, 'dark')).toBe('#ff6369')
    expect(colorOf({}, { value: 90 }, 'dark')).toBeUndefined()
  })

  it('gives a fixed colour in the theme', () => {
    const color = { type: 'fixed' as const, color: 'green' }
    expect([colorOf({ color }, {}, 'dark'), colorOf({ color }, {}, 'light')]).toEqual(['#4cc38a', '#14804f'])
    expect(colorOf({ color: { type: 'fixed', color: '#abc' } }, {}, 'dark')).toBe('#abc')
  })

  it('keeps the colour of a name wherever its series stands', () => {
    const color = { type: 'palette' as const, by: 'name' as const }
    const at = (index: number) => colorOf({ color }, { index, name: 'idle' }, 'dark')
    expect(at(0)).toBe(at(5))
    expect(colorOf({ color: { type: 'palette' } }, { index: 1, name: 'idle' }, 'dark')).toBe('#fe7d27')
  })

  it('takes another palette where the option names one', () => {
    const color = { type: 'palette', palette: 'colorblind' } as const
    expect([0, 1, 7].map((index) => colorOf({ color }, { index }, 'dark'))).toEqual(['#e69f00', '#56b4e9', '#e69f00'])
    expect(colorOf({ color }, { value: 1 }, 'dark')).toBeUndefined()
  })

  it('gives series shades of one colour, away from the background', () => {
    const color = { type: 'shades', color: 'blue' } as const
    expect([0, 4, 8].map((index) => colorOf({ color }, { index }, 'dark'))).toEqual(['#7aa2ff', '#afc7ff', '#7aa2ff'])
    expect([0, 4].map((index) => colorOf({ color }, { index }, 'light'))).toEqual(['#2f5fe0', '#1c3986'])
    expect(colorOf({ color: { type: 'shades', color: '#f80' } }, { value: 3 }, 'dark')).toBe('#ff8800')
  })

  it('places a value in a scheme between min and max', () => {
    const config = { color: { type: 'continuous', scheme: 'GrYlRd' }, max: 10 } as const
    expect([-5, 0, 5, 10, 99].map((value) => colorOf(config, { value, max: 1000 }, 'dark'))).toEqual([
      '#4cc38a',
      '#4cc38a',
      '#f7d97d',
      '#ff6369',
      '#ff6369',
    ])
    expect(colorOf(config, { value: NaN }, 'dark')).toBeUndefined()
    expect(colorOf({ ...config, min: 10 }, { value: 10 }, 'dark')).toBe('#4cc38a')
  })

  it('mixes the two colours of a gradient', () => {
    const color = { type: 'gradient', from: '#000', to: 'blue' } as const
    expect([0, 50, 100].map((value) => colorOf({ color }, { value }, 'dark'))).toEqual([
      '#000000',
      '#3d5180',
      '#7aa2ff',
    ])
  })
})

describe('colorStatistic', () => {
  it('says which value colours a series', () => {
    expect([
      colorStatistic({}),
      colorStatistic({ color: { type: 'palette' } }),
      colorStatistic({ color: { type: 'thresholds' } }),
      colorStatistic({ color: { type: 'continuous', scheme: 'reds', seriesBy: 'max' } }),
      colorStatistic({ color: { type: 'gradient', from: 'red', to: 'blue', seriesBy: 'min' } }),
    ]).toEqual([undefined, undefined, 'last', 'max', 'min'])
  })
})

describe('display', () => {
  it('gives text and colour of a value', () => {
    expect(display(1536, { unit: 'bytes', thresholds }, 'dark')).toEqual({
      prefix: '',
      text: '1.5',
      unit: 'KiB',
      full: '1.5 KiB',
      color: '#ff6369',
      mapped: false,
    })
  })

  it('prefers a mapping, in text and in colour', () => {
    const mappings = [
      { type: 'value', value: '1', text: 'up', color: 'green' },
      { type: 'value', value: '0', color: 'gray' },
    ] as const
    const config = { unit: 'percent', mappings: [...mappings], thresholds }
    expect(display(1, config, 'dark')).toMatchObject({ full: 'up', unit: '', color: '#4cc38a', mapped: true })
    expect(display(0, config, 'dark')).toMatchObject({ full: '0%', color: '#9aa5b8', mapped: false })
  })

  it('leaves missing values without a colour', () => {
    expect(display(null, { thresholds, noValue: 'n/a' }, 'dark')).toMatchObject({ full: 'n/a', color: undefined })
  })
})
