/** Each from 0 to 1. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/** `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`, whose alpha is left out; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1]
  if (digits === undefined) return undefined
  const size = digits.length < 6 ? 1 : 2
  const part = (index: number) => {
    const text = digits.slice(index * size, (index + 1) * size)
    return Number.parseInt(size === 1 ? text + text : text, 16) / 255
  }
  return { red: part(0), green: part(1), blue: part(2) }
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

const luminanceOf = ({ red, green, blue }: Colour) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** The contrast of WCAG 2, from 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
