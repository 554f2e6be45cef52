import type { SchemeName } from './color-option.ts'
import { resolveColor } from './palette.ts'
import { mix, parseHex, toHex, toReadable, type Rgb } from './rgb.ts'
import type { Theme } from './theme.ts'

// From low to high: the maps that scientific plots use, of which all but turbo are perceptually uniform.
const maps = {
  viridis: '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
  magma: '000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf',
  plasma: '0d0887 47039f 7301a8 9c179e bd3786 d8576b ed7953 fa9e3b fdc926 f0f921',
  inferno: '000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4',
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  turbo: '30123b 4145ab 4675ed 39a2fc 1bcfd4 24eca6 61fc6c a4fc3b d1e834 f3c63a fe9b2d f36315 d93806 b11901 7a0402',
} as const satisfies Partial<Record<SchemeName, string>>

// Colours of the palette, which stand out in both themes.
const named = {
  GrYlRd: 'green yellow red',
  RdYlGr: 'red yellow green',
  BlYlRd: 'blue yellow red',
  YlRd: 'yellow orange red',
  BlPu: 'blue purple',
  YlBl: 'yellow teal blue',
} as const satisfies Partial<Record<SchemeName, string>>

// Single hues begin near the background and end far from it.
const hues: Record<Exclude<SchemeName, keyof typeof maps | keyof typeof named>, Record<Theme, string>> = {
  blues: { dark: '1b2a4d 30519c 7aa2ff d6e2ff', light: 'e3ebfd 8fb0f5 2f5fe0 162f73' },
  reds: { dark: '4a1c22 99343c ff6369 ffd9da', light: 'fce6e6 ee9a9a c93434 661414' },
  greens: { dark: '14392a 24744f 4cc38a d2f3e3', light: 'e0f4ea 86cba8 14804f 083f27' },
  purples: { dark: '2e2050 5a3da3 9f7df0 e4d9ff', light: 'efe9fd b7a0ec 614ab9 2c1f66' },
}

type Stops = readonly Rgb[]

const parseStops = (hexes: string): Stops => hexes.split(' ').map((hex) => parseHex(`#${hex}`))

function toStops(name: SchemeName, theme: Theme): Stops {
  if (name in maps) return parseStops(maps[name as keyof typeof maps])
  if (name in named)
    return named[name as keyof typeof named].split(' ').map((color) => parseHex(resolveColor(color, theme)))
  return parseStops(hues[name as keyof typeof hues][theme])
}

interface Scheme {
  /** As it was drawn up, for areas. */
  readonly full: Stops
  /** Lifted off the background where it would drown in it, for lines and texts. */
  readonly readable: Stops
}

const schemes = new Map<string, Scheme>()

function toScheme(name: SchemeName, theme: Theme): Scheme {
  const key = `${name} ${theme}`
  let scheme = schemes.get(key)
  if (scheme === undefined) {
    const full = toStops(name, theme)
    scheme = { full, readable: full.map((stop) => toReadable(stop, theme)) }
    schemes.set(key, scheme)
  }
  return scheme
}

function interpolate(stops: Stops, share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1)
  const index = Math.min(stops.length - 2, Math.floor(place))
  return toHex(mix(stops[index]!, stops[index + 1]!, place - index))
}

/**
 * The colour of a scheme at a share from 0 (low) to 1 (high), for areas such as the cells of a heatmap; shares outside
 * are held at the ends. Hex with six digits.
 */
export const schemeColor = (name: SchemeName, share: number, theme: Theme): string =>
  interpolate(toScheme(name, theme).full, share)

/** As {@link schemeColor}, but with a contrast of 3:1 against the background, for lines and texts. */
export const readableSchemeColor = (name: SchemeName, share: number, theme: Theme): string =>
  interpolate(toScheme(name, theme).readable, share)

/** The CSS colour at a share of the way between two CSS colours. */
export const gradientColor = (from: string, to: string, share: number): string =>
  interpolate([parseHex(from), parseHex(to)], share)
