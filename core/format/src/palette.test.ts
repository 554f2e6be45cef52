import { describe, expect, it } from 'vitest'

import {
  colorOf,
  paletteColor,
  paletteNames,
  resolveColor,
  schemeColor,
  seriesColor,
  seriesColorOf,
  type Theme,
} from './index.ts'

const themes: readonly Theme[] = ['dark', 'light']
const backgrounds = { dark: ['#0d1017', '#141821'], light: ['#ffffff', '#f5f6f8'] }

type Vector = readonly [number, number, number]

const toLinear = (hex: string): Vector =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)) as unknown as Vector

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], toLinear(hex))

function contrast(a: string, b: string) {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

// Full protanopia and deuteranopia after Machado, Oliveira and Fernandes (2009), on linear RGB.
const visions: readonly (readonly [Vector, Vector, Vector])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
]

function toOklab(color: Vector): Vector {
  const lms = [
    dot([0.4122214708, 0.5363325363, 0.0514459929], color),
    dot([0.2119034982, 0.6806995451, 0.1073969566], color),
    dot([0.0883024619, 0.2817188376, 0.6299787005], color),
  ].map(Math.cbrt) as unknown as Vector
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ]
}

/** The distance of two colours for the kind of vision that tells them apart least. */
function distance(a: string, b: string) {
  const distances = visions.map((rows) => {
    const [left, right] = [a, b].map((hex) =>
      toOklab(rows.map((row) => Math.max(0, dot(row, toLinear(hex)))) as unknown as Vector),
    )
    return Math.hypot(left![0] - right![0], left![1] - right![1], left![2] - right![2])
  })
  return Math.min(...distances)
}

describe('the palette', () => {
  it('has a contrast of 3:1 against every panel background', () => {
    for (const theme of themes)
      for (const name of paletteNames)
        for (const background of backgrounds[theme])
          expect(contrast(resolveColor(name, theme), background), `${name}, ${theme}`).toBeGreaterThanOrEqual(3)
  })

  it('keeps the first eight series apart for normal and red-green blind eyes', () => {
    for (const theme of themes)
      for (let a = 0; a < 8; a++)
        for (let b = 0; b < a; b++) {
          const names = [seriesColor(a), seriesColor(b)] as const
          const [left, right] = names.map((name) => resolveColor(name, theme))
          expect(distance(left!, right!), `${names.join(' and ')}, ${theme}`).toBeGreaterThanOrEqual(0.04)
        }
  })

  it('has eleven colours for series, then repeats', () => {
    const names = Array.from({ length: 11 }, (_, index) => seriesColor(index))
    expect(new Set(names).size).toBe(11)
    expect(seriesColor(11)).toBe(names[0])
  })

  it('spreads names over its colours', () => {
    const names = Array.from({ length: 200 }, (_, index) => seriesColorOf(`host-${index}`))
    expect(new Set(names).size).toBe(11)
  })

  it('gives gray for a name that it does not know', () => {
    expect([resolveColor('mauve', 'dark'), resolveColor('constructor', 'dark')]).toEqual(['#9aa5b8', '#9aa5b8'])
  })
})

const palettes = ['standard', 'colorblind', 'vivid', 'soft', 'earth'] as const

describe('the palettes of series', () => {
  it('have a contrast of 3:1 against every panel background', () => {
    for (const theme of themes)
      for (const palette of palettes)
        for (let index = 0; index < 12; index++)
          for (const background of backgrounds[theme])
            expect(
              contrast(paletteColor(palette, index, theme), background),
              `${palette} ${index}, ${theme}`,
            ).toBeGreaterThanOrEqual(3)
  })

  it('hold colours that differ', () => {
    for (const theme of themes)
      for (const palette of palettes) {
        const colors = Array.from({ length: 7 }, (_, index) => paletteColor(palette, index, theme))
        expect(new Set(colors).size, `${palette}, ${theme}`).toBe(7)
      }
  })

  it('stay apart for red-green blind eyes where the palette is for every colour vision', () => {
    for (const theme of themes)
      for (let a = 0; a < 7; a++)
        for (let b = 0; b < a; b++) {
          const [left, right] = [a, b].map((index) => paletteColor('colorblind', index, theme))
          expect(distance(left!, right!), `${left} and ${right}, ${theme}`).toBeGreaterThanOrEqual(0.04)
        }
  })
})

const maps = ['viridis', 'magma', 'plasma', 'inferno', 'cividis', 'turbo'] as const
const palettePaths = ['GrYlRd', 'RdYlGr', 'BlYlRd', 'YlRd', 'BlPu', 'YlBl'] as const
const hues = ['blues', 'reds', 'greens', 'purples'] as const
const schemes = [...maps, ...palettePaths, ...hues]
const shares = Array.from({ length: 101 }, (_, index) => index / 100)

describe('the schemes', () => {
  it('colour lines and texts so that they can be read in both themes', () => {
    for (const theme of themes)
      for (const scheme of schemes)
        for (const value of shares) {
          const color = colorOf({ color: { type: 'continuous', scheme }, min: 0, max: 1 }, { value }, theme)!
          for (const background of backgrounds[theme])
            expect(contrast(color, background), `${scheme} at ${value}, ${theme}`).toBeGreaterThanOrEqual(3)
        }
  })

  it('mix neighbouring stops, and hold the ends', () => {
    expect([-1, 0, 1 / 9, 1 / 18, 1, 2].map((share) => schemeColor('viridis', share, 'dark'))).toEqual([
      '#440154',
      '#440154',
      '#482878',
      '#461566',
      '#fde725',
      '#fde725',
    ])
  })

  it('go from dark to light, or the other way for single hues in the light theme', () => {
    const isAscending = (values: readonly number[]) => values.every((value, i) => i === 0 || value >= values[i - 1]!)
    for (const scheme of ['viridis', 'magma', 'plasma', 'inferno', 'cividis', ...hues] as const)
      for (const theme of themes) {
        const lights = shares.map((share) => luminance(schemeColor(scheme, share, theme)))
        const isHue = hues.some((name) => name === scheme)
        expect(isAscending(isHue && theme === 'light' ? lights.toReversed() : lights), `${scheme}, ${theme}`).toBe(true)
      }
  })

  it('go through the colours that they are named for', () => {
    const ends = palettePaths.map((scheme) => [0, 1].map((share) => schemeColor(scheme, share, 'light')))
    const [red, green, blue, yellow, purple] = ['red', 'green', 'blue', 'yellow', 'purple'].map((name) =>
      resolveColor(name, 'light'),
    )
    expect(ends).toEqual([
      [green, red],
      [red, green],
      [blue, red],
      [yellow, red],
      [blue, purple],
      [yellow, blue],
    ])
  })
})
