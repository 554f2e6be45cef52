import { describe, expect, it } from 'vitest'

import { activeThreshold, colorOf, display, schemeColor, thresholdLimits, type Thresholds } from './index.ts'

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

  it('places a value in a scheme between min and max', () => {
    const config = { color: { type: 'continuous', scheme: 'viridis' }, max: 10 } as const
    expect([-5, 0, 10, 99].map((value) => colorOf(config, { value, max: 1000 }, 'dark'))).toEqual([
      '#440154',
      '#440154',
      '#fde725',
      '#fde725',
    ])
    expect(colorOf(config, { value: NaN }, 'dark')).toBeUndefined()
    expect(colorOf({ ...config, min: 10 }, { value: 10 }, 'dark')).toBe('#440154')
  })
})

describe('schemeColor', () => {
  it('mixes neighbouring stops', () => {
    expect([0, 1 / 9, 1 / 18].map((share) => schemeColor('viridis', share, 'dark'))).toEqual([
      '#440154',
      '#482878',
      '#461566',
    ])
    expect(schemeColor('blues', 1, 'dark')).not.toBe(schemeColor('blues', 1, 'light'))
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
