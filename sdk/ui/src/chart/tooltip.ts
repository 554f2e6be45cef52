import { t } from '../text.ts'
import type { OfferedAction } from '@orrery/sdk'
import type { TooltipLink, TooltipOffer } from './layer.ts'

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
  readonly links?: readonly TooltipOffer[]
}

export interface Tooltip {
  /** Shows this beside the pointer, which is in pixels of the window. */
  readonly show: (content: TooltipContent, pointer: Place) => void
  /**
   * Keeps what is shown where it is, so that it can be scrolled and its links followed, until it is hidden. `hidden` is
   * told when its reader closes it.
   */
  readonly pin: (content: TooltipContent, pointer: Place, hidden: () => void) => void
  /** Takes the focus, when it is pinned. */
  readonly focus: () => void
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
  let unpin = () => {}

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

  function show(content: TooltipContent, at: Place) {
    element.replaceChildren(...toElements(content))
    element.hidden = false
    pointer = at
    place()
  }

  function hide() {
    unpin()
    if (!element.hidden) element.hidden = true
  }

  return {
    show,
    pin(content, at, hidden) {
      unpin()
      const close = () => {
        hide()
        hidden()
      }
      show(content, at)
      element.append(
        ...(content.links ?? []).flatMap((offer) => ('run' in offer ? actionButton(offer, close) : toLink(offer))),
        closeButton(close),
      )
      unpin = holdOpen(element, content.title, close)
    },
    focus: () => element.focus(),
    hide,
    destroy() {
      hide()
      observer.disconnect()
    },
  }
}

/** Makes the element a dialog that closes by Escape and by a press outside of it; gives what makes it a tooltip again. */
function holdOpen(element: HTMLElement, label: string, close: () => void): () => void {
  const held = new AbortController()
  element.classList.add('o-pinned')
  element.setAttribute('role', 'dialog')
  element.setAttribute('aria-label', label)
  element.tabIndex = -1
  const onPress = (event: Event) => {
    if (!element.contains(event.target as Node)) close()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  document.addEventListener('pointerdown', onPress, { signal: held.signal, capture: true })
  document.addEventListener('keydown', onKey, { signal: held.signal })
  return () => {
    if (held.signal.aborted) return
    held.abort()
    element.classList.remove('o-pinned')
    element.setAttribute('role', 'presentation')
    element.removeAttribute('aria-label')
    element.removeAttribute('tabindex')
  }
}

const toElements = ({ title, rows, more }: TooltipContent): HTMLElement[] => [
  child('div', 'o-tooltip-title', title),
  ...rows.map(line),
  ...(more ? [child('div', 'o-tooltip-more', more)] : []),
]

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

/** Links come from data: one that would run something instead of leading somewhere is left out. */
function toLink({ title, url }: TooltipLink): HTMLElement[] {
  if (!URL.canParse(url, location.href)) return []
  if (!/^https?:$/.test(new URL(url, location.href).protocol)) return []
  const link = document.createElement('a')
  link.className = 'o-tooltip-link'
  link.href = url
  link.textContent = title
  return [link]
}

function actionButton({ title, color, run }: OfferedAction, close: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'o-action o-tooltip-action'
  if (color !== undefined) button.style.setProperty('--o-action', color)
  button.textContent = title
  button.addEventListener('click', () => {
    close()
    run()
  })
  return button
}

function closeButton(close: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'o-tooltip-close'
  button.textContent = '×'
  button.setAttribute('aria-label', t('Close'))
  button.addEventListener('click', close)
  return button
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
