import { colorOf, scaleShare, thresholdLimits, type FieldConfig, type Theme, type ValueScale } from '@orrery/sdk'

/** The colour of each place of a bar, as a panel asks for it. */
export interface BarColors {
  /** A field's config with the ends of the scale. */
  readonly config: FieldConfig
  readonly scale: ValueScale
  readonly theme: Theme
  /** Of the value: what all places have where nothing says one of each. */
  readonly color: string
}

/** The colour at a share of the way. */
export function colorAt({ config, scale, theme, color }: BarColors, share: number): string {
  const type = config.color?.type
  if (type === 'fixed' || type === 'shades' || type === 'palette') return color
  return colorOf(config, { value: scale.min + share * (scale.max - scale.min) }, theme) ?? color
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
const samples = 12
const faintest = 45

/** The stops of a gradient over the whole bar: smooth from one threshold to the next, or as the scheme is. */
function stopsOf(colors: BarColors): readonly string[] {
  const { config, scale, color } = colors
  const type = config.color?.type
  if (type === 'continuous' || type === 'gradient')
    return Array.from({ length: samples + 1 }, (_, k) => `${colorAt(colors, k / samples)} ${percent(k / samples)}`)
  const isByStep = type === undefined || type === 'thresholds'
  if (!config.thresholds || !isByStep) return [`color-mix(in srgb, ${color} ${faintest}%, transparent)`, color]
  const shares = thresholdLimits(config.thresholds, scale.min, scale.max)
    .map(({ value }) => scaleShare(scale, value)!)
    .filter((share, k, all) => share < 1 && (all[k + 1] ?? 1) > share)
  return shares.map((share) => `${colorAt(colors, share)} ${percent(share)}`)
}

/** A CSS background over the whole bar, `to` one side. One colour is a gradient of nothing else. */
export function gradientOf(colors: BarColors, to: 'right' | 'top'): string {
  const stops = stopsOf(colors)
  return `linear-gradient(to ${to}, ${(stops.length > 1 ? stops : [...stops, ...stops]).join(', ')})`
}

/** Pixels of a cell with the room behind it. */
export const cellLength = 9
const cellGap = 2

/** A CSS background of cells over the whole bar: those within the bar, or with `isRest` those that are not, faintly. */
export function cellsOf(
  colors: BarColors,
  to: 'right' | 'top',
  length: number,
  isLit: (share: number) => boolean,
  hasRest: boolean,
): string {
  const count = Math.max(1, Math.floor(length / cellLength))
  const stops = Array.from({ length: count }, (_, k) => {
    const middle = (k + 0.5) / count
    const own = colorAt(colors, middle)
    const faint = hasRest ? `color-mix(in srgb, ${own} 22%, transparent)` : 'transparent'
    const [from, end, next] = [k * cellLength, (k + 1) * cellLength - cellGap, (k + 1) * cellLength]
    return `${isLit(middle) ? own : faint} ${from}px ${end}px, transparent ${end}px ${next}px`
  })
  return `linear-gradient(to ${to}, ${stops.join(', ')}, transparent ${count * cellLength}px)`
}
