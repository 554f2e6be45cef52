import type { SchemeName } from './color-option.ts'
import type { Theme } from './palette.ts'

// From low to high. The first five are the perceptually uniform maps that scientific plots use.
const schemes: Record<Exclude<SchemeName, 'blues' | 'reds' | 'greens'>, string> = {
  viridis: '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
  magma: '000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf',
  plasma: '0d0887 47039f 7301a8 9c179e bd3786 d8576b ed7953 fa9e3b fdc926 f0f921',
  inferno: '000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4',
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  GrYlRd: '3fa76f 8dba5c e0c84c ef8f47 e0474c',
}

// Single hues begin near the background and end far from it.
const hues: Record<'blues' | 'reds' | 'greens', Record<Theme, string>> = {
  blues: { dark: '1b2a4d 30519c 7aa2ff d6e2ff', light: 'e3ebfd 8fb0f5 2f5fe0 162f73' },
  reds: { dark: '4a1c22 99343c ff6369 ffd9da', light: 'fce6e6 ee9a9a c93434 661414' },
  greens: { dark: '14392a 24744f 4cc38a d2f3e3', light: 'e0f4ea 86cba8 14804f 083f27' },
}

type Rgb = readonly [number, number, number]

const toStops = (text: string): readonly Rgb[] =>
  text.split(' ').map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb)

const stops = new Map<string, readonly Rgb[]>()

function toScheme(name: SchemeName, theme: Theme): readonly Rgb[] {
  const text = name === 'blues' || name === 'reds' || name === 'greens' ? hues[name][theme] : schemes[name]
  let scheme = stops.get(text)
  if (scheme === undefined) stops.set(text, (scheme = toStops(text)))
  return scheme
}

/** The colour of a scheme at a share from 0 (low) to 1 (high); shares outside are held at the ends. Hex with six digits. */
export function schemeColor(name: SchemeName, share: number, theme: Theme): string {
  const scheme = toScheme(name, theme)
  const place = Math.min(1, Math.max(0, share)) * (scheme.length - 1)
  const index = Math.min(scheme.length - 2, Math.floor(place))
  const [low, high] = [scheme[index]!, scheme[index + 1]!]
  const channel = (at: 0 | 1 | 2) => Math.round(low[at] + (high[at] - low[at]) * (place - index))
  return `#${([0, 1, 2] as const).map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`
}
