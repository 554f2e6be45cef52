import type { FieldConfig } from '@orrery/sdk'
import type { ValueAxisOptions } from './value-axis.ts'
import type { BarField } from './read-bars.ts'

/** A value axis before its ends are known. */
export interface BarAxis extends ValueAxisOptions {
  /** Its unit, decimals and ends. */
  readonly config: FieldConfig
  /** Whether it stands right or above, rather than left or below. */
  readonly isOpposite: boolean
  readonly isHidden: boolean
  readonly label: string | undefined
  /** In CSS pixels; as wide as its texts where undefined. */
  readonly width: number | undefined
  readonly hasGrid: boolean
  readonly hasBorder: boolean
  /** Whose colour it has; that of texts where undefined. */
  readonly coloredBy: BarField | undefined
  /** Whose thresholds are shown. */
  readonly marked: BarField | undefined
}

export interface BarAxes {
  /** At least one. */
  readonly axes: readonly BarAxis[]
  readonly axisOf: (field: BarField) => number
}

/** The value axes of fields: those of one unit, place and scale share one, and say each what no other has said before. */
export function toBarAxes(fields: readonly BarField[], isShare: boolean): BarAxes {
  const indexes = new Map<string, number>()
  const members: BarField[][] = []
  const axisOf = new Map<BarField, number>()
  for (const field of fields) {
    const key = keyOf(field, isShare)
    let index = indexes.get(key)
    if (index === undefined) {
      indexes.set(key, (index = members.length))
      members.push([])
    }
    members[index]!.push(field)
    axisOf.set(field, index)
  }
  const axes: BarAxis[] = []
  for (const own of members) axes.push(toAxis(own, axes, isShare))
  return { axes: axes.length > 0 ? axes : [plain], axisOf: (field) => axisOf.get(field) ?? 0 }
}

/** Places by their side: upright bars have no axis above, lying ones none to the left. */
const sides = { auto: 'auto', hidden: 'hidden', left: 'near', bottom: 'near', right: 'far', top: 'far' } as const

function keyOf({ config, options }: BarField, isShare: boolean): string {
  const { axisPlacement, scale, linearThreshold } = options
  return [sides[axisPlacement], isShare ? '' : config.unit, scale, scale === 'symlog' ? linearThreshold : ''].join(' ')
}

function toAxis(members: readonly BarField[], before: readonly BarAxis[], isShare: boolean): BarAxis {
  const [first] = members as readonly [BarField, ...BarField[]]
  const { axisPlacement, axisColorMode, axisGridShow, scale, linearThreshold } = first.options
  const isHidden = axisPlacement === 'hidden'
  const min = firstOf(members, ({ config }) => config.min)
  const max = firstOf(members, ({ config }) => config.max)
  const ends = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  return {
    scale,
    linearThreshold,
    config: isShare ? { unit: 'percentunit', max: 1 } : { ...first.config, ...ends },
    isOpposite: isOppositeFor(axisPlacement, before),
    isHidden,
    label: firstOf(members, ({ options }) => options.axisLabel),
    width: firstOf(members, ({ options }) => options.axisWidth),
    softMin: firstOf(members, ({ options }) => options.axisSoftMin),
    softMax: firstOf(members, ({ options }) => options.axisSoftMax),
    axisCenteredZero: members.some(({ options }) => options.axisCenteredZero),
    hasGrid: axisGridShow === 'auto' ? !isHidden && before.every((one) => one.isHidden) : axisGridShow === 'on',
    hasBorder: members.some(({ options }) => options.axisBorderShow),
    coloredBy: axisColorMode === 'series' ? first : undefined,
    marked: members.find(({ options }) => options.thresholdsStyle !== 'off'),
  }
}

/** By itself the first axis stands left or below, and those after it opposite. */
function isOppositeFor(placement: BarField['options']['axisPlacement'], before: readonly BarAxis[]): boolean {
  if (placement === 'auto') return before.some(({ isOpposite, isHidden }) => !isOpposite && !isHidden)
  return sides[placement] === 'far'
}

function firstOf<T>(members: readonly BarField[], read: (one: BarField) => T | undefined): T | undefined {
  for (const one of members) {
    const value = read(one)
    if (value !== undefined) return value
  }
  return undefined
}

/** Of no bars at all. */
const plain: BarAxis = {
  scale: 'linear',
  linearThreshold: 1,
  axisCenteredZero: false,
  config: {},
  isOpposite: false,
  isHidden: false,
  label: undefined,
  width: undefined,
  softMin: undefined,
  softMax: undefined,
  hasGrid: true,
  hasBorder: false,
  coloredBy: undefined,
  marked: undefined,
}
