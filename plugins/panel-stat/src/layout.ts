/** Where values stand, in CSS pixels. */
export interface StatLayout {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly valueSize: number
  /** 0 where names are not shown. */
  readonly nameSize: number
  /** 0 where graphs are not shown. */
  readonly graphHeight: number
  /** Name and value share a line: there is no height for two. */
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
}

const gap = 4
const padding = 10
const smallest = { width: 76, height: 44, text: 14 }
const smallestLine = { height: 24, text: 14, nameWidth: 36 }
/** Lower cells have no room for a graph below their text. */
const leastWithGraph = 72
const graphShare = 0.36
const largestText = 96
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

function fit({ width, height, count, valueLength, nameLength, hasGraphs }: StatRoom, wanted: number): StatLayout {
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
  const beside = hasBoth && fitsLine && cellHeight < smallest.height
  const graphHeight = hasGraphs && cellHeight >= leastWithGraph ? Math.round(cellHeight * graphShare) : 0
  const free = Math.max(1, cellHeight - graphHeight - padding / 2)
  if (beside) {
    const nameSize = fitText(cellHeight, Infinity, nameLength, 13)
    const nameWidth = Math.min(inner / 2, nameLength * digit * nameSize)
    const valueSize = fitText(cellHeight, Math.max(inner - nameWidth, 0), valueLength, largestText)
    return { columns, cellWidth, cellHeight, valueSize, nameSize, graphHeight, beside, scrolls }
  }
  // A name without a value is the value.
  const nameSize =
    valueLength === 0 ? fitText(free, inner, nameLength, 40) : fitText(free * 0.25, Infinity, nameLength, 18)
  const valueSize = fitText(free - nameSize * lineHeight, inner, valueLength, largestText)
  return { columns, cellWidth, cellHeight, valueSize, nameSize, graphHeight, beside, scrolls }
}

/** The height of a row where not all rows are seen: those that are seen are seen whole. */
function wholeRow(height: number): number {
  const seen = Math.max(1, Math.floor((height + gap) / (smallest.height + gap)))
  return Math.max(smallest.height, (height - gap * (seen - 1)) / seen)
}

/** The size of a text of so many characters in a line of its own; 0 for no text. */
const fitText = (height: number, width: number, length: number, largest: number) =>
  length === 0 ? 0 : Math.floor(Math.max(11, Math.min(height / lineHeight, width / (length * digit), largest)))
