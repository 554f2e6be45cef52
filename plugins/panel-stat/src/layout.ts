/** Where values stand, in CSS pixels. */
export interface StatLayout {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly valueSize: number
  /** 0 where names are not shown. */
  readonly nameSize: number
  /** Whether the values take more than the height. */
  readonly scrolls: boolean
}

export interface StatRoom {
  readonly width: number
  readonly height: number
  readonly count: number
  readonly orientation: 'auto' | 'horizontal' | 'vertical'
  /** Characters of the longest value; 0 where values are not shown. */
  readonly valueLength: number
  readonly hasNames: boolean
}

const gap = 4
const padding = 10
const smallest = { width: 80, height: 44 }
const largestText = 96
// Of a digit's width to its height, in the interface's font.
const digit = 0.6

/** Puts values into a grid so that their text, of one size in all cells, is as large as the room allows. */
export function layOut(room: StatRoom): StatLayout {
  const { count, orientation } = room
  const most = { auto: count, horizontal: count, vertical: 1 }[orientation]
  const least = orientation === 'horizontal' ? count : 1
  let best = fit(room, least)
  for (let columns = least + 1; columns <= most; columns++) {
    const candidate = fit(room, columns)
    if (isBetter(candidate, best)) best = candidate
  }
  return best
}

const isBetter = (one: StatLayout, other: StatLayout) =>
  one.scrolls === other.scrolls ? one.valueSize + one.nameSize > other.valueSize + other.nameSize : other.scrolls

function fit({ width, height, count, valueLength, hasNames }: StatRoom, wanted: number): StatLayout {
  const columns = Math.max(1, Math.min(wanted, count, Math.floor((width + gap) / (smallest.width + gap))))
  const rows = Math.ceil(count / columns)
  const cellWidth = (width - gap * (columns - 1)) / columns
  const even = (height - gap * (rows - 1)) / rows
  const scrolls = even < smallest.height && rows > 1
  const cellHeight = scrolls ? smallest.height : even
  const inner = { width: Math.max(1, cellWidth - 2 * padding), height: Math.max(1, cellHeight - padding) }
  const isOnlyName = valueLength === 0
  const nameSize = !hasNames ? 0 : clamp(inner.height * (isOnlyName ? 0.4 : 0.2), 11, isOnlyName ? 40 : 18)
  const free = inner.height - nameSize * 1.3
  const valueSize = isOnlyName ? 0 : clamp(Math.min(free * 0.62, inner.width / (valueLength * digit)), 12, largestText)
  return { columns, cellWidth, cellHeight, valueSize: Math.floor(valueSize), nameSize: Math.floor(nameSize), scrolls }
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
