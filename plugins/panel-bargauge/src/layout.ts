import type { Options } from './options.ts'

/** How bars stand, in CSS pixels. */
export interface BarsLayout {
  readonly isUpright: boolean
  /** Of the place of a bar with its texts, across it. */
  readonly thickness: number
  readonly scrolls: boolean
  readonly placement: 'top' | 'left' | 'hidden'
  readonly nameSize: number
  /** Of the column of names; 0 where they stand above. */
  readonly nameWidth: number
  readonly valueSize: number
  /** Of the column (or, upright, the line) of values. */
  readonly valueRoom: number
  /** Of a bar from end to end. */
  readonly length: number
}

export interface BarsRoom {
  readonly width: number
  readonly height: number
  readonly count: number
  readonly options: Pick<
    Options,
    'orientation' | 'namePlacement' | 'valueMode' | 'sizing' | 'minVizWidth' | 'minVizHeight' | 'maxVizHeight' | 'text'
  >
  /** Characters of the longest value and name. */
  readonly valueLength: number
  readonly nameLength: number
}

export const gap = 4
// Of a digit's width to its height, in the interface's font.
const digit = 0.62
const lineHeight = 1.3
const automatic = { minVizWidth: 28, minVizHeight: 16, maxVizHeight: 80 }
/** Lower places have no line for a name above their bar. */
const leastWithLine = 34
const inset = 6

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Shares the room among bars with their names and values. */
export function layOutBars(room: BarsRoom): BarsLayout {
  const { width, height, options } = room
  const { orientation } = options
  const isUpright =
    orientation === 'vertical' || (orientation === 'auto' && width > 1.5 * height && room.count <= width / 60)
  return isUpright ? standUp(room) : lieDown(room)
}

function lieDown({ width, height, count, options, valueLength, nameLength }: BarsRoom): BarsLayout {
  const { minVizHeight, maxVizHeight } = options.sizing === 'manual' ? options : automatic
  const even = (height - gap * (count - 1)) / Math.max(1, count)
  const thickness = clamp(even, minVizHeight, Math.max(minVizHeight, maxVizHeight))
  const { namePlacement } = options
  const wanted = namePlacement === 'auto' ? (thickness < leastWithLine ? 'left' : 'top') : namePlacement
  const placement = nameLength === 0 ? 'hidden' : wanted
  const nameSize = options.text.title ?? Math.round(clamp(thickness * (placement === 'top' ? 0.3 : 0.5), 10, 14))
  const nameWidth = placement === 'left' ? Math.min(width * 0.4, nameLength * digit * nameSize + inset) : 0
  const bar = thickness - (placement === 'top' ? nameSize * lineHeight : 0)
  const hasValue = options.valueMode !== 'hidden'
  const free = width - nameWidth
  const valueSize =
    options.text.value ?? Math.floor(clamp(bar * 0.6, 10, Math.min(32, (free * 0.4) / (valueLength * digit))))
  const valueRoom = hasValue ? Math.min(free * 0.5, valueLength * digit * valueSize + inset) : 0
  return {
    isUpright: false,
    thickness,
    scrolls: even < minVizHeight,
    placement,
    nameSize,
    nameWidth,
    valueSize: hasValue ? valueSize : 0,
    valueRoom,
    length: Math.max(1, free - valueRoom),
  }
}

function standUp({ width, height, count, options, valueLength, nameLength }: BarsRoom): BarsLayout {
  const { minVizWidth } = options.sizing === 'manual' ? options : automatic
  const even = (width - gap * (count - 1)) / Math.max(1, count)
  const thickness = Math.max(minVizWidth, even)
  const hasName = options.namePlacement !== 'hidden' && nameLength > 0
  const hasValue = options.valueMode !== 'hidden'
  const nameSize = options.text.title ?? Math.round(clamp(height * 0.06, 10, 14))
  const valueSize =
    options.text.value ?? Math.floor(clamp((thickness - inset) / (valueLength * digit), 8, Math.min(28, height * 0.2)))
  const valueRoom = hasValue ? valueSize * lineHeight : 0
  return {
    isUpright: true,
    thickness,
    scrolls: even < minVizWidth,
    placement: hasName ? 'top' : 'hidden',
    nameSize,
    nameWidth: 0,
    valueSize: hasValue ? valueSize : 0,
    valueRoom,
    length: Math.max(1, height - valueRoom - (hasName ? nameSize * lineHeight : 0)),
  }
}
