import type { Theme } from './theme.ts'

// Each has 3:1 against its panel background; the first eight of the series order stay apart for red-green blindness.
const palette = {
  dark: {
    blue: '#7aa2ff',
    orange: '#fe7d27',
    green: '#4cc38a',
    pink: '#f8add1',
    yellow: '#f7d97d',
    purple: '#9167e5',
    cyan: '#7fdcff',
    red: '#ff6369',
    lime: '#a8d43f',
    brown: '#bf6601',
    teal: '#1fb5b5',
    gray: '#9aa5b8',
  },
  light: {
    blue: '#2f5fe0',
    orange: '#c45e00',
    green: '#14804f',
    pink: '#d0439f',
    yellow: '#ae8700',
    purple: '#614ab9',
    cyan: '#1590c9',
    red: '#c93434',
    lime: '#5d8c01',
    brown: '#7d4a1e',
    teal: '#0a7d84',
    gray: '#626d80',
  },
} satisfies Record<Theme, Record<string, string>>

/** The names of the palette; each looks alike in both themes. */
export type PaletteName = keyof typeof palette.dark

/** All names, for a colour picker: the colours of series in their order, then gray. */
export const paletteNames = Object.keys(palette.dark) as readonly PaletteName[]
const seriesColors = paletteNames.filter((name) => name !== 'gray')

/** The CSS colour of a name in a theme. Hex colours stay as they are; a name that is not known is gray. */
export function resolveColor(name: string, theme: Theme): string {
  if (name.startsWith('#')) return name
  const colors: Record<string, string> = palette[theme]
  return Object.hasOwn(colors, name) ? colors[name]! : palette[theme].gray
}

/** The palette's name for the series at an index; the colours repeat after eleven. */
export const seriesColor = (index: number): PaletteName => seriesColors[index % seriesColors.length]!

/** An index for a series that keeps its colour wherever it stands: a hash of its name. */
export function indexOfName(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The palette's name for a series by its name. */
export const seriesColorOf = (name: string): PaletteName => seriesColor(indexOfName(name))
