const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const toLong = (color: string) => (color.length < 7 ? color.replaceAll(/[^#]/g, '$&$&') : color)

/** Black or white, whichever is easier to read on a hex colour. */
export function readableOn(color: string): '#000' | '#fff' {
  const long = toLong(color)
  const luminance = 0.2126 * channel(long, 1) + 0.7152 * channel(long, 3) + 0.0722 * channel(long, 5)
  // Where both contrast equally: (1.05 / (l + 0.05)) = ((l + 0.05) / 0.05).
  return luminance > 0.179 ? '#000' : '#fff'
}

const shade = 0.18

/** A hex colour, further from what is readable on it: a ground from one to the other is readable all over. */
export const shadeOf = (color: string): string =>
  `color-mix(in srgb, ${color}, ${readableOn(color) === '#fff' ? '#000' : '#fff'} ${shade * 100}%)`
