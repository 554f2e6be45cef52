import { formatTicks, unitBase, type FieldConfig, type PanelProps } from '@orrery/sdk'
import type { AxisOptions } from '@orrery/ui'
import type { ChartSeries } from '../series.ts'
import { colorOfSeries, thresholdStops } from './colors.ts'

type Theme = PanelProps<unknown>['theme']

const scales = {
  linear: { scale: 'linear' },
  log10: { scale: 'log', logBase: 10 },
  log2: { scale: 'log', logBase: 2 },
  symlog: { scale: 'symlog' },
} as const satisfies Record<string, AxisOptions>

export interface Axes {
  /** At least one. */
  readonly axes: readonly AxisOptions[]
  /** Which axis each series has. */
  readonly axisOf: readonly number[]
}

/** The value axes of series: those of one unit, place and scale share one, and say each what no other has said before. */
export function toAxes(series: readonly ChartSeries[], theme: Theme, timeZone: string): Axes {
  const keys = new Map<string, ChartSeries[]>()
  for (const one of series) {
    const key = keyOf(one)
    const members = keys.get(key)
    if (members) members.push(one)
    else keys.set(key, [one])
  }
  const places = [...keys.keys()]
  const groups = [...keys.values()]
  const axes: AxisOptions[] = []
  for (const members of groups) axes.push(toAxis(members, sideOf(members[0]!, axes), theme, timeZone))
  return { axes: axes.length > 0 ? axes : [{}], axisOf: series.map((one) => places.indexOf(keyOf(one))) }
}

const isShare = ({ options }: ChartSeries) => options.stacking === 'percent'

/** Where time lies, axes of values stand left and right; where it stands, they lie below and above. */
const sides = { left: 'left', bottom: 'left', right: 'right', top: 'right' } as const

const fixedSide = ({ axisPlacement }: ChartSeries['options']) =>
  axisPlacement === 'auto' || axisPlacement === 'hidden' ? undefined : sides[axisPlacement]

function keyOf(one: ChartSeries): string {
  const { axisPlacement, scale, linearThreshold } = one.options
  const unit = isShare(one) ? 'percentunit' : (one.config.unit ?? '')
  return [fixedSide(one.options) ?? axisPlacement, unit, scale, scale === 'symlog' ? linearThreshold : ''].join(' ')
}

/** By itself the first axis stands left, and those after it right. */
function sideOf({ options }: ChartSeries, before: readonly AxisOptions[]): 'left' | 'right' {
  const fixed = fixedSide(options)
  if (fixed) return fixed
  return before.some(({ side, isHidden }) => side === 'left' && !isHidden) ? 'right' : 'left'
}

function toAxis(members: readonly ChartSeries[], side: 'left' | 'right', theme: Theme, timeZone: string): AxisOptions {
  const [first] = members as readonly [ChartSeries, ...ChartSeries[]]
  const { axisPlacement, scale, linearThreshold, axisColorMode, axisGridShow } = first.options
  const isLog = scale.startsWith('log')
  const config: FieldConfig = isShare(first) ? { ...first.config, unit: 'percentunit' } : first.config
  const marked = members.find(
    ({ options }) => options.thresholdsStyle !== 'off' && options.thresholdsStyle !== 'series',
  )
  return {
    side,
    ...scales[scale],
    base: unitBase(config.unit),
    ...(scale === 'symlog' && { linearThreshold }),
    ...withoutAbsent({
      label: firstOf(members, ({ options }) => options.axisLabel),
      size: firstOf(members, ({ options }) => options.axisWidth),
      min: firstOf(members, (one) => one.config.min),
      max: firstOf(members, (one) => one.config.max ?? (isShare(one) ? 1 : undefined)),
      softMin: firstOf(members, ({ options }) => options.axisSoftMin),
      softMax: firstOf(members, ({ options }) => options.axisSoftMax),
      color: axisColorMode === 'series' ? colorOfSeries(first, theme) : undefined,
      hasGrid: axisGridShow === 'auto' ? undefined : axisGridShow === 'on',
    }),
    isHidden: axisPlacement === 'hidden',
    hasBorder: members.some(({ options }) => options.axisBorderShow),
    isCentered: members.some(({ options }) => options.axisCenteredZero),
    hasZero: members.some(({ options }) => options.stacking !== 'none' || options.drawStyle === 'bars'),
    ...(marked && {
      thresholds: thresholdStops(marked.config, isLog, theme),
      // Found above to be a style of the axis.
      thresholdsStyle: marked.options.thresholdsStyle as Exclude<typeof marked.options.thresholdsStyle, 'series'>,
    }),
    formatTicks: (values) => formatTicks(values, config, { timeZone }),
  }
}

function firstOf<T>(members: readonly ChartSeries[], read: (one: ChartSeries) => T | undefined): T | undefined {
  for (const one of members) {
    const value = read(one)
    if (value !== undefined) return value
  }
  return undefined
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const withoutAbsent = <T extends object>(object: T): Present<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>
