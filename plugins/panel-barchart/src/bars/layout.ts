import type { Options } from '../options.ts'
import type { Bar } from './stack.ts'
import type { ValueAxis } from './value-axis.ts'

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
  /** Marks of the value axis: their texts, and where their lines stand (x of lying bars, y of upright ones). */
  readonly marks: readonly (PlacedText & { readonly line: number })[]
  /** Of the value axis, at its middle. */
  readonly label: PlacedText | undefined
  /** Whether the value axis stands above or to the right. */
  readonly isOpposite: boolean
}

export interface PictureSettings {
  readonly bars: readonly Bar[]
  readonly texts: readonly string[]
  /** How many groups stand side by side. */
  readonly lanes: number
  /** The lane of a group. */
  readonly laneOf: (group: number) => number
  readonly axis: ValueAxis
  readonly options: Options
  readonly width: number
  readonly height: number
  /** The width of a text in CSS pixels. */
  readonly measure: (text: string) => number
}

const LINE = 16
const GAP = 6
const MARK_ROOM = { upright: 34, lying: 70 }
/** Names take at most this share of the panel. */
const NAMES_SHARE = 0.4
const LABEL = 18

/** Where everything stands. */
export function layOutBars(settings: PictureSettings): BarPicture {
  const { bars, texts, lanes, laneOf, axis, options, width, height, measure } = settings
  const isUpright = isUprightFor(settings)
  const { placement, label } = options.axis
  const names = texts.map((text) => shorten(text, options.xTicks.maxLength))
  const widest = names.reduce((most, text) => Math.max(most, measure(text)), 0)
  const turn = isUpright ? (options.xTicks.rotation * Math.PI) / 180 : 0
  const nameRoom = isUpright
    ? Math.min(height * NAMES_SHARE, Math.abs(Math.sin(turn)) * widest + Math.cos(turn) * LINE + GAP)
    : Math.min(width * NAMES_SHARE, widest + 2 * GAP)
  const isHidden = placement === 'hidden'
  const most = isUpright ? height / MARK_ROOM.upright : width / MARK_ROOM.lying
  const marks = isHidden ? [] : axis.marks(Math.max(2, Math.floor(most)))
  const markRoom = isHidden
    ? GAP
    : (isUpright ? marks.reduce((room, { text }) => Math.max(room, measure(text)), 0) + 2 * GAP : LINE + GAP) +
      (label === undefined ? 0 : LABEL)
  const isOpposite = placement === 'opposite'
  const before = isOpposite ? GAP : markRoom
  const plot: Box = isUpright
    ? {
        left: before,
        top: isOpposite ? LINE : GAP + 2,
        width: width - markRoom - GAP,
        height: height - nameRoom - LINE,
      }
    : {
        left: nameRoom,
        top: isOpposite ? markRoom : GAP,
        width: width - nameRoom - 3 * GAP,
        height: height - markRoom - 2 * GAP,
      }
  const length = Math.max(1, isUpright ? plot.width : plot.height)
  const depth = Math.max(1, isUpright ? plot.height : plot.width)
  const slot = length / Math.max(1, texts.length)
  const room = slot * options.groupWidth
  const lane = room / Math.max(1, lanes)
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
    label:
      label === undefined ? undefined : { text: label, ...labelPlace(plot, isUpright, isOpposite, { width, height }) },
    isOpposite,
    bars: bars.map((bar) => {
      const along = bar.category * slot + (slot - room) / 2 + laneOf(bar.group) * lane + (lane - thick) / 2
      const from = axis.place(Number.isNaN(bar.from) ? axis.base : bar.from)
      return { bar, ...toBox(along, from, axis.place(bar.to)) }
    }),
    names: placeNames({ names, slot, plot, isUpright, turn, spacing: options.xTicks.spacing, nameRoom, measure }),
    marks: marks.map(({ at, text }) =>
      isUpright
        ? {
            text,
            line: plot.top + plot.height * (1 - at),
            x: isOpposite ? plot.left + plot.width + GAP : plot.left - GAP,
            y: plot.top + plot.height * (1 - at),
          }
        : {
            text,
            line: plot.left + plot.width * at,
            x: plot.left + plot.width * at,
            y: isOpposite ? plot.top - GAP - LINE / 2 : plot.top + plot.height + GAP + LINE / 2,
          },
    ),
  }
}

function labelPlace(
  plot: Box,
  isUpright: boolean,
  isOpposite: boolean,
  { width, height }: Pick<Box, 'width' | 'height'>,
) {
  const half = LABEL / 2
  if (isUpright) return { x: isOpposite ? width - half : half, y: plot.top + plot.height / 2 }
  return { x: plot.left + plot.width / 2, y: isOpposite ? half : height - half }
}

/** Automatic: upright where there is more width than height, and names have room below. */
function isUprightFor({ options, texts, width, height, measure }: PictureSettings): boolean {
  if (options.orientation !== 'auto') return options.orientation === 'vertical'
  const mean = texts.reduce((sum, text) => sum + measure(text), 0) / Math.max(1, texts.length)
  return width >= height && (texts.length > height / LINE || mean <= width / Math.max(1, texts.length))
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
  readonly spacing: number
  readonly nameRoom: number
  readonly measure: (text: string) => number
}

/** Those names that have room, each at the middle of its category. */
function placeNames({ names, slot, plot, isUpright, turn, spacing, nameRoom, measure }: Naming): PlacedText[] {
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
    const half = isUpright && !isTurned ? measure(text) / 2 + GAP / 2 : LINE / 2
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
