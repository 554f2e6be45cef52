const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Black or white, whichever is easier to read on a hex colour. */
export function readableOn(color: string): '#000' | '#fff' {
  const short = color.length < 7 ? color.replaceAll(/[^#]/g, '$&$&') : color
  const luminance = 0.2126 * channel(short, 1) + 0.7152 * channel(short, 3) + 0.0722 * channel(short, 5)
  return luminance > 0.179 ? '#000' : '#fff'
}
