import type { Theme } from './theme.ts'

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Of a hex colour with 3, 4, 6 or 8 digits; its alpha is left out. */
export function parseHex(hex: string): Rgb {
  const isShort = hex.length < 6
  const channel = (index: number) => {
    const digits = isShort ? hex[index + 1]!.repeat(2) : hex.slice(index * 2 + 1, index * 2 + 3)
    return Number.parseInt(digits, 16)
  }
  return [channel(0), channel(1), channel(2)]
}

const pairs = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

/** As CSS: `#7aa2ff`. */
export const toHex = ([red, green, blue]: Rgb): string =>
  `#${pairs[Math.round(red)]}${pairs[Math.round(green)]}${pairs[Math.round(blue)]}`

/** The colour at a share of the way from one to another. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

const toLinear = (channel: number) =>
  channel <= 10.31475 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4

const toLuminance = ([red, green, blue]: Rgb) =>
  0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)

/** The background of panels that is the hardest to stand out from, and the colour that does so most. */
const grounds: Record<Theme, { readonly luminance: number; readonly ink: Rgb }> = {
  dark: { luminance: toLuminance([0x14, 0x18, 0x21]), ink: [255, 255, 255] },
  light: { luminance: toLuminance([0xf5, 0xf6, 0xf8]), ink: [0, 0, 0] },
}

/** The colour that stands out most from a theme's background. */
export const inkOf = (theme: Theme): Rgb => grounds[theme].ink

// A little more than 3:1, so that what is mixed of two readable colours is readable too.
const readable = 3.1

function isReadable(color: Rgb, theme: Theme): boolean {
  const own = toLuminance(color)
  const { luminance } = grounds[theme]
  return (Math.max(own, luminance) + 0.05) / (Math.min(own, luminance) + 0.05) >= readable
}

/** The colour, mixed with ink where it would not have a contrast of 3:1 against the background of a panel. */
export function toReadable(color: Rgb, theme: Theme): Rgb {
  for (let share = 0; ; share += 1 / 64) {
    const mixed = mix(color, inkOf(theme), share)
    if (share >= 1 || isReadable(mixed, theme)) return mixed
  }
}
