/** Where values stand, in CSS pixels. */
export interface StatLayout {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly valueSize: number
  /** 0 where names are not shown. */
  readonly nameSize: number
  /** 0 where changes are not shown. */
  readonly percentSize: number
  /** 0 where graphs are not shown. */
  readonly graphHeight: number
  /** Name and value share a line. */
  readonly beside: boolean
  /** Whether the values take more than the height. */
  readonly scrolls: boolean
}

export interface StatRoom {
  readonly width: number
  readonly height: number
  readonly count: number
  readonly orientation: 'auto' | 'horizontal' | 'vertical'
  /** Characters of the longest value and name; 0 where they are not shown. */
  readonly valueLength: number
  readonly nameLength: number
  readonly hasGraphs: boolean
  readonly hasPercent: boolean
  /** Whether names stand beside values in cells that are much wider than high. */
  readonly wide: boolean
  /** Sizes that are wished; undefined: as large as the room allows. */
  readonly sizes: { readonly title?: number; readonly value?: number; readonly percent?: number }
}

const gap = 4
const padding = 10
const smallest = { width: 76, height: 44, text: 14 }
const smallestLine = { height: 24, text: 14, nameWidth: 36 }
/** Lower cells have no room for a graph below their text. */
const leastWithGraph = 72
const graphShare = 0.36
const largestText = 96
/** Cells of more than this many times their height are wide. */
const wideShape = 2.5
/** Of a change to its value. */
const percentShare = 0.45
// Of a digit's width to its height, in the interface's font, the unit being smaller.
const digit = 0.6
const lineHeight = 1.2

/** Puts values into a grid so that their text, of one size in all cells, is as large as the room allows. */
export function layOut(room: StatRoom): StatLayout {
  const { count, orientation } = room
  const most = orientation === 'vertical' ? 1 : count
  const least = orientation === 'horizontal' ? count : 1
  let best = fit(room, least)
  for (let columns = least + 1; columns <= most; columns++) {
    const candidate = fit(room, columns)
    if (isBetter(candidate, best)) best = candidate
  }
  return best
}

function isBetter(one: StatLayout, other: StatLayout): boolean {
  if (one.scrolls !== other.scrolls) return other.scrolls
  // Where not all is seen, the more is seen at once the better.
  return one.scrolls ? one.columns > other.columns : sizeOf(one) > sizeOf(other)
}

const sizeOf = ({ valueSize, nameSize }: StatLayout) => valueSize + nameSize

type Texts = Pick<StatLayout, 'nameSize' | 'valueSize' | 'percentSize'>

function fit(room: StatRoom, wanted: number): StatLayout {
  const { width, height, count, valueLength, nameLength, hasGraphs, wide } = room
  const narrowest = Math.max(smallest.width, valueLength * digit * smallest.text + 2 * padding)
  const columns = Math.max(1, Math.min(wanted, count, Math.floor((width + gap) / (narrowest + gap))))
  const rows = Math.ceil(count / columns)
  const cellWidth = (width - gap * (columns - 1)) / columns
  const even = (height - gap * (rows - 1)) / rows
  const inner = cellWidth - 2 * padding
  const hasBoth = valueLength > 0 && nameLength > 0
  const fitsLine = !hasBoth || inner >= valueLength * digit * smallestLine.text + smallestLine.nameWidth
  const scrolls = even < (fitsLine ? smallestLine.height : smallest.height) && rows > 1
  const cellHeight = scrolls ? wholeRow(height) : even
  const graphHeight = hasGraphs && cellHeight >= leastWithGraph ? Math.round(cellHeight * graphShare) : 0
  const place = { columns, cellWidth, cellHeight, graphHeight, scrolls }
  const free = Math.max(1, cellHeight - graphHeight - padding / 2)
  const isLow = cellHeight < smallest.height
  const mayStandBeside = hasBoth && fitsLine && (isLow || (wide && cellWidth > wideShape * cellHeight))
  const below = standBelow(room, inner, free)
  if (!mayStandBeside) return { ...place, ...below, beside: false }
  const beside = standBeside(room, inner, isLow ? cellHeight : free)
  return isLow || beside.valueSize >= below.valueSize
    ? { ...place, ...beside, beside: true }
    : { ...place, ...below, beside: false }
}

function standBeside({ nameLength, valueLength, hasPercent, sizes }: StatRoom, inner: number, height: number): Texts {
  const nameSize = sizes.title ?? fitText(height, Infinity, nameLength, height < smallest.height ? 13 : 18)
  const nameWidth = Math.min(inner / 2, nameLength * digit * nameSize)
  const share = hasPercent ? 1 + percentShare : 1
  const valueSize = sizes.value ?? fitText(height / share, Math.max(inner - nameWidth, 0), valueLength, largestText)
  return { nameSize, valueSize, percentSize: percentSizeOf(hasPercent, sizes.percent, valueSize) }
}

function standBelow({ nameLength, valueLength, hasPercent, sizes }: StatRoom, inner: number, free: number): Texts {
  // A name without a value is the value.
  const nameSize =
    valueLength === 0
      ? (sizes.title ?? fitText(free, inner, nameLength, 40))
      : nameLength && (sizes.title ?? fitText(free * 0.25, Infinity, nameLength, 18))
  const share = hasPercent ? 1 + percentShare : 1
  const room = (free - nameSize * lineHeight) / share
  const valueSize = valueLength && (sizes.value ?? fitText(room, inner, valueLength, largestText))
  return { nameSize, valueSize, percentSize: percentSizeOf(hasPercent, sizes.percent, valueSize) }
}

const percentSizeOf = (hasPercent: boolean, wished: number | undefined, valueSize: number) =>
  hasPercent ? (wished ?? Math.round(Math.min(32, Math.max(11, valueSize * percentShare)))) : 0

/** The height of a row where not all rows are seen: those that are seen are seen whole. */
function wholeRow(height: number): number {
  const seen = Math.max(1, Math.floor((height + gap) / (smallest.height + gap)))
  return Math.max(smallest.height, (height - gap * (seen - 1)) / seen)
}

/** The size of a text of so many characters in a line of its own; 0 for no text. */
const fitText = (height: number, width: number, length: number, largest: number) =>
  length === 0 ? 0 : Math.floor(Math.max(11, Math.min(height / lineHeight, width / (length * digit), largest)))
