import type { TooltipLink } from './layer.ts'

export interface TooltipRow {
  /** Which of the chart's series. */
  readonly series: number
  readonly name: string
  readonly color: string
  readonly value: number
  /** The series under the cursor. */
  readonly near: boolean
}

export type TooltipSort = 'none' | 'ascending' | 'descending'

/** More rows than this hide what they explain. */
const MOST_ROWS = 15

/** Rows in order, cut to what fits; the series under the cursor is always among them. */
export function arrangeRows(
  rows: readonly TooltipRow[],
  sort: TooltipSort,
): { readonly shown: readonly TooltipRow[]; readonly more: number } {
  const sign = sort === 'ascending' ? 1 : -1
  const sorted = sort === 'none' ? rows : rows.toSorted((a, b) => sign * (a.value - b.value))
  if (sorted.length <= MOST_ROWS) return { shown: sorted, more: 0 }
  const near = sorted.findIndex((row) => row.near)
  const shown = near < MOST_ROWS ? sorted.slice(0, MOST_ROWS) : [...sorted.slice(0, MOST_ROWS - 1), sorted[near]!]
  return { shown, more: sorted.length - shown.length }
}

export interface TooltipContent {
  readonly title: string
  readonly rows: readonly {
    readonly name: string
    readonly text: string
    readonly color?: string
    readonly near?: boolean
  }[]
  /** Of the rows that are left out. */
  readonly more?: string
  readonly links?: readonly TooltipLink[]
}

export interface Tooltip {
  /** Shows this beside the pointer, which is in pixels of the window. */
  readonly show: (content: TooltipContent, pointer: Place) => void
  readonly hide: () => void
  readonly destroy: () => void
}

interface Place {
  readonly x: number
  readonly y: number
}

/**
 * Writes a tooltip straight into its element: it follows the pointer, and no component need render for that. How large it
 * is, it is told when the page is laid out; to ask for it would lay out the page at each move.
 */
export function createTooltip(element: HTMLElement): Tooltip {
  let pointer: Place = { x: 0, y: 0 }
  let size = { width: 0, height: 0 }

  function place() {
    const { x, y } = placeTooltip(pointer, size, { width: innerWidth, height: innerHeight })
    element.style.transform = `translate(${x}px, ${y}px)`
  }

  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0]
    // What is hidden has no size.
    if (!box || element.hidden) return
    size = { width: box.inlineSize, height: box.blockSize }
    place()
  })
  observer.observe(element)

  return {
    show({ title, rows, more, links = [] }, at) {
      element.replaceChildren(
        child('div', 'o-tooltip-title', title),
        ...rows.map(line),
        ...(more ? [child('div', 'o-tooltip-more', more)] : []),
        ...links.map(toLink),
      )
      element.hidden = false
      pointer = at
      place()
    },
    hide() {
      if (!element.hidden) element.hidden = true
    },
    destroy: () => observer.disconnect(),
  }
}

function line({ name, text, color, near }: TooltipContent['rows'][number]): HTMLElement {
  const item = child('div', near ? 'o-tooltip-row o-near' : 'o-tooltip-row')
  if (color !== undefined) {
    const swatch = child('span', 'o-swatch')
    swatch.style.background = color
    item.append(swatch)
  }
  item.append(child('span', 'o-tooltip-name', name), child('span', 'o-tooltip-value', text))
  return item
}

function toLink({ title, url }: TooltipLink): HTMLElement {
  const link = document.createElement('a')
  link.className = 'o-tooltip-link'
  link.href = url
  link.textContent = title
  return link
}

function child(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

const GAP = 14
const MARGIN = 4

/** Beside the pointer, on the side where there is room. All in pixels of the window. */
export function placeTooltip(
  pointer: Place,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
) {
  const right = pointer.x + GAP
  const x = right + size.width + MARGIN <= view.width ? right : Math.max(MARGIN, pointer.x - GAP - size.width)
  const y = Math.max(MARGIN, Math.min(pointer.y + GAP, view.height - size.height - MARGIN))
  return { x: Math.round(x), y: Math.round(y) }
}
