import type { Options } from '../options.ts'
import { placeAxes, roomOf, type AxisLook, type PlacedAxis } from './axis-layout.ts'
import type { Bar } from './stack.ts'

/** A rectangle in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface PlacedBar extends Box {
  readonly bar: Bar
}

/** A text beside the plot or a bar. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface BarPicture {
  readonly plot: Box
  readonly isUpright: boolean
  readonly bars: readonly PlacedBar[]
  /** Room of a category along the axis of names. */
  readonly slot: number
  /** Names of categories, and how they are turned, in degrees. */
  readonly names: readonly PlacedText[]
  readonly rotation: number
  readonly axes: readonly PlacedAxis[]
}

export interface PictureSettings {
  readonly bars: readonly Bar[]
  readonly texts: readonly string[]
  /** How many groups stand side by side. */
  readonly lanes: number
  readonly laneOf: (bar: Bar) => number
  /** That of each bar is among them. */
  readonly axes: readonly AxisLook[]
  readonly options: Options
  readonly width: number
  readonly height: number
  /** The width of a text in CSS pixels. */
  readonly measure: (text: string) => number
}

const GAP = 6
/** Names take at most this share of the panel. */
const NAMES_SHARE = 0.4
/** Size of texts, in CSS pixels. */
export const TEXT_SIZE = 11

/** Where everything stands. */
export function layOutBars(settings: PictureSettings): BarPicture {
  const { bars, texts, lanes, laneOf, axes, options, width, height, measure } = settings
  const isUpright = isUprightFor(settings)
  const size = options.text.title ?? TEXT_SIZE
  const measureName = (text: string) => (measure(text) * size) / TEXT_SIZE
  const line = size + 5
  const names = texts.map((text) => shorten(text, options.xTicks.maxLength))
  const widest = names.reduce((most, text) => Math.max(most, measureName(text)), 0)
  const turn = isUpright ? (options.xTicks.rotation * Math.PI) / 180 : 0
  const nameRoom = isUpright
    ? Math.min(height * NAMES_SHARE, Math.abs(Math.sin(turn)) * widest + Math.cos(turn) * line + GAP)
    : Math.min(width * NAMES_SHARE, widest + 2 * GAP)
  const depthOf = isUpright ? height : width
  const room = roomOf(axes, { isUpright, length: depthOf, measure })
  const plot: Box = isUpright
    ? { left: room.near, top: GAP + 2, width: width - room.near - room.far, height: height - nameRoom - line }
    : { left: nameRoom, top: room.far, width: width - nameRoom - 3 * GAP, height: height - room.near - room.far }
  const length = Math.max(1, isUpright ? plot.width : plot.height)
  const depth = Math.max(1, isUpright ? plot.height : plot.width)
  const slot = length / Math.max(1, texts.length)
  const group = slot * options.groupWidth
  const lane = group / Math.max(1, lanes)
  const thick = Math.max(1, lane * options.barWidth)
  const toBox = (along: number, from: number, to: number): Box => {
    const [near, far] = [Math.min(from, to) * depth, Math.max(from, to) * depth]
    return isUpright
      ? { left: plot.left + along, top: plot.top + depth - far, width: thick, height: far - near }
      : { left: plot.left + near, top: plot.top + along, width: far - near, height: thick }
  }
  return {
    plot,
    isUpright,
    slot,
    rotation: isUpright ? options.xTicks.rotation : 0,
    axes: placeAxes(axes, { plot, isUpright, length: depthOf, measure }),
    bars: bars.map((bar) => {
      const { axis } = axes[bar.axis]!
      const along = bar.category * slot + (slot - group) / 2 + laneOf(bar) * lane + (lane - thick) / 2
      const from = axis.place(Number.isNaN(bar.from) ? axis.base : bar.from)
      return { bar, ...toBox(along, from, axis.place(bar.to)) }
    }),
    names: placeNames({
      names,
      slot,
      plot,
      isUpright,
      turn,
      line,
      spacing: options.xTicks.spacing,
      nameRoom,
      measure: measureName,
    }),
  }
}

/** Automatic: upright where there is more width than height, and names have room below. */
function isUprightFor({ options, texts, width, height, measure }: PictureSettings): boolean {
  if (options.orientation !== 'auto') return options.orientation === 'vertical'
  const mean = texts.reduce((sum, text) => sum + measure(text), 0) / Math.max(1, texts.length)
  return width >= height && (texts.length > height / (TEXT_SIZE + 5) || mean <= width / Math.max(1, texts.length))
}

const shorten = (text: string, most = Infinity) => (text.length > most ? `${text.slice(0, most)}…` : text)

/** The longest beginning of a text that fits into a width. */
function fit(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  let length = text.length
  while (length > 1 && measure(`${text.slice(0, length)}…`) > width) length = Math.floor(length * 0.9)
  return `${text.slice(0, length)}…`
}

interface Naming {
  readonly names: readonly string[]
  readonly slot: number
  readonly plot: Box
  readonly isUpright: boolean
  readonly turn: number
  /** The height of a name. */
  readonly line: number
  readonly spacing: number
  readonly nameRoom: number
  readonly measure: (text: string) => number
}

/** Those names that have room, each at the middle of its category. */
function placeNames({ names, slot, plot, isUpright, turn, line, spacing, nameRoom, measure }: Naming): PlacedText[] {
  const isTurned = isUpright && turn !== 0
  const placed: PlacedText[] = []
  let free = -Infinity
  names.forEach((name, i) => {
    const middle = (i + 0.5) * slot
    const room =
      isUpright && !isTurned
        ? Math.max(2 * slot, 80)
        : isTurned
          ? nameRoom / Math.abs(Math.sin(turn))
          : nameRoom - 2 * GAP
    const text = fit(name, room, measure)
    const half = isUpright && !isTurned ? measure(text) / 2 + GAP / 2 : line / 2
    const distance = Math.max(half, spacing / 2)
    if (middle - distance < free) return
    free = middle + distance
    placed.push(
      isUpright
        ? { text, x: plot.left + middle, y: plot.top + plot.height + GAP }
        : { text, x: plot.left - GAP, y: plot.top + middle },
    )
  })
  return placed
}

/** The bar at a place, else the nearest one of the category there: short bars have little to point at. */
export function barAt({ plot, isUpright, slot, bars }: BarPicture, x: number, y: number): PlacedBar | undefined {
  if (x < plot.left || x > plot.left + plot.width || y < plot.top || y > plot.top + plot.height) return undefined
  const category = Math.floor((isUpright ? x - plot.left : y - plot.top) / slot)
  let nearest: PlacedBar | undefined
  let least = Infinity
  for (const one of bars) {
    if (one.bar.category !== category) continue
    const beside = away(x, one.left, one.left + one.width)
    const above = away(y, one.top, one.top + one.height)
    // Lanes decide first, then the height among bars of a stack.
    const distance = isUpright ? beside * 1e4 + above : above * 1e4 + beside
    if (distance < least) [least, nearest] = [distance, one]
  }
  return nearest
}

const away = (at: number, from: number, to: number) => Math.max(0, from - at, at - to)
