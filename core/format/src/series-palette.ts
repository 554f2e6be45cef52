import type { SeriesPalette } from './color-option.ts'
import { resolveColor, seriesColor } from './palette.ts'
import { inkOf, mix, parseHex, toHex, toReadable, type Rgb } from './rgb.ts'
import type { Theme } from './theme.ts'

// The first is that of Okabe and Ito. On white some of it cannot be read: there it is as near as keeps its colours apart.
const palettes: Record<Exclude<SeriesPalette, 'standard'>, string | Record<Theme, string>> = {
  colorblind: {
    dark: 'e69f00 56b4e9 009e73 f0e442 0072b2 d55e00 cc79a7',
    light: 'c1800f 4392d7 089f89 a15500 0e6dae 812701 9e3568',
  },
  vivid: '60a7ff e85338 04deae c47ffe b08505 2dd1fe ff68a0 4aa511 abb9fe fa7c00 04a19b fd8dfc',
  soft: '94c2f3 d59087 9be3c3 c8b1ec c19f66 8edff6 eaa7c0 90b079 c0d0fe ecad8e 61b6ab ecbff2',
  earth: 'a87b57 6ebabb 84587a c4ca91 638ab2 d69991 3a775e cdb9ed 9e8150 72b7ca',
}

const made = new Map<string, readonly string[]>()

function toColors(palette: Exclude<SeriesPalette, 'standard'>, theme: Theme): readonly string[] {
  const key = `${palette} ${theme}`
  let colors = made.get(key)
  if (colors === undefined) {
    const source = palettes[palette]
    const hexes = (typeof source === 'string' ? source : source[theme]).split(' ')
    colors = hexes.map((hex) => toHex(toReadable(parseHex(`#${hex}`), theme)))
    made.set(key, colors)
  }
  return colors
}

/** The CSS colour of the series at an index. Each has a contrast of 3:1 against the background; the colours repeat. */
export function paletteColor(palette: SeriesPalette, index: number, theme: Theme): string {
  if (palette === 'standard') return resolveColor(seriesColor(index), theme)
  const colors = toColors(palette, theme)
  return colors[index % colors.length]!
}

const shades = 8
const widest = 0.8

/** The shade of a CSS colour for the series at an index, from the colour itself towards ink; eight, then they repeat. */
export function shadeColor(color: string, index: number, theme: Theme): string {
  const own: Rgb = parseHex(color)
  return toHex(mix(own, inkOf(theme), ((index % shades) / shades) * widest))
}
