import type { BarAxis } from './bar-axes.ts'
import type { Box, PlacedText } from './layout.ts'
import type { ValueAxis } from './value-axis.ts'

export interface AxisLook extends Pick<
  BarAxis,
  'isOpposite' | 'isHidden' | 'label' | 'width' | 'hasGrid' | 'hasBorder'
> {
  readonly axis: ValueAxis
  /** A CSS colour of its texts; the usual one where undefined. */
  readonly color: string | undefined
}

/** A value axis beside the plot. */
export interface PlacedAxis {
  /** Texts of its marks, and where their lines cross the plot: x of lying bars, y of upright ones. */
  readonly marks: readonly (PlacedText & { readonly line: number })[]
  /** At its middle. */
  readonly label: PlacedText | undefined
  /** Where it begins: x of upright bars, y of lying ones. */
  readonly edge: number
  readonly isOpposite: boolean
  readonly isHidden: boolean
  readonly hasGrid: boolean
  readonly hasBorder: boolean
  /** A CSS colour; the usual one where undefined. */
  readonly color: string | undefined
}

interface Room {
  readonly isUpright: boolean
  /** About the length of the axes, in CSS pixels. */
  readonly length: number
  readonly measure: (text: string) => number
}

const GAP = 6
const LINE = 16
const LABEL = 18
const MARK_ROOM = { upright: 34, lying: 70 }

const marksOf = ({ axis }: AxisLook, { isUpright, length }: Room) =>
  axis.marks(Math.max(2, Math.floor(length / (isUpright ? MARK_ROOM.upright : MARK_ROOM.lying))))

function ownRoom(look: AxisLook, room: Room): number {
  if (look.isHidden) return 0
  if (look.width !== undefined) return look.width
  const widest = () => marksOf(look, room).reduce((most, { text }) => Math.max(most, room.measure(text)), 0)
  return (room.isUpright ? widest() + 2 * GAP : LINE + GAP) + (look.label === undefined ? 0 : LABEL)
}

/** What the axes need on both sides of the plot: left or below (near), right or above (far). */
export function roomOf(axes: readonly AxisLook[], room: Room) {
  const sideOf = (isFar: boolean) =>
    axes.reduce((sum, look) => sum + (look.isOpposite === isFar ? ownRoom(look, room) : 0), 0)
  return { near: Math.max(GAP, sideOf(false)), far: Math.max(GAP, sideOf(true)) }
}

/** Axes of a side stand beside each other, the first next to the plot. */
export function placeAxes(axes: readonly AxisLook[], given: Room & { readonly plot: Box }): readonly PlacedAxis[] {
  const { plot, isUpright } = given
  const used = { near: 0, far: 0 }
  return axes.map((look) => {
    const side = look.isOpposite ? 'far' : 'near'
    const room = ownRoom(look, given)
    // Away from the plot: to the left, or downwards.
    const away = isUpright === look.isOpposite ? 1 : -1
    const start = isUpright
      ? plot.left + (look.isOpposite ? plot.width : 0)
      : plot.top + (look.isOpposite ? 0 : plot.height)
    const edge = start + away * used[side]
    used[side] += room
    const across = (distance: number) => edge + away * distance
    const marks = marksOf(look, given).map(({ at, text }) => {
      const line = isUpright ? plot.top + plot.height * (1 - at) : plot.left + plot.width * at
      return isUpright ? { text, line, x: across(GAP), y: line } : { text, line, x: line, y: across(GAP + LINE / 2) }
    })
    const middle = isUpright ? plot.top + plot.height / 2 : plot.left + plot.width / 2
    const beyond = across(room - LABEL / 2)
    const { label } = look
    return {
      marks,
      label:
        label === undefined
          ? undefined
          : isUpright
            ? { text: label, x: beyond, y: middle }
            : { text: label, x: middle, y: beyond },
      edge,
      isOpposite: look.isOpposite,
      isHidden: look.isHidden,
      hasGrid: look.hasGrid,
      hasBorder: look.hasBorder,
      color: look.color,
    }
  })
}
