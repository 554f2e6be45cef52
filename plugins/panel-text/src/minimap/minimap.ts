import { EditorView, ViewPlugin, type Extension } from '@orrery/ui/editor'
import { lineStep, scrollBy, scrollTo, toMapPlace, type TextPlace } from './map-place.ts'

/** Of the map, in CSS pixels; a column of text is one. */
const width = 72
const tabColumns = 4
/** Of the ink of a line, in CSS pixels; the rest of a step sets it off from the next. */
const inkHeight = 2

const look = EditorView.theme({
  '.cm-scroller': { marginInlineEnd: `${width}px` },
  '.text-minimap': {
    position: 'absolute',
    insetBlock: '0',
    insetInlineEnd: '0',
    inlineSize: `${width}px`,
    overflow: 'hidden',
    borderInlineStart: '1px solid var(--o-border)',
    cursor: 'default',
    touchAction: 'none',
  },
  '.text-minimap-seen': {
    position: 'absolute',
    insetBlockStart: '0',
    insetInline: '0',
    background: 'var(--o-text)',
    opacity: '0.1',
  },
  '.text-minimap:hover .text-minimap-seen': { opacity: '0.16' },
})

/** Draws a line of text as ink where its words are; a tab is as wide as the next stop. */
function drawLine(context: CanvasRenderingContext2D, text: string, top: number) {
  let column = 0
  for (const char of text) {
    if (column >= width) return
    if (char === '\t') column += tabColumns - (column % tabColumns)
    else {
      if (char !== ' ') context.fillRect(column, top, 1, inkHeight)
      column++
    }
  }
}

class Minimap {
  readonly #view: EditorView
  readonly #element = document.createElement('div')
  readonly #canvas = document.createElement('canvas')
  readonly #seen = document.createElement('div')
  readonly #redraw = () => this.#view.requestMeasure(this.#measure)
  readonly #measure = { read: () => this.#placeOf(), write: (place: TextPlace) => this.#draw(place) }
  #draggedFrom: number | undefined

  constructor(view: EditorView) {
    this.#view = view
    this.#element.className = 'text-minimap'
    // A picture of what is there already, for the pointer alone: keys scroll the text itself.
    this.#element.ariaHidden = 'true'
    this.#seen.className = 'text-minimap-seen'
    this.#element.append(this.#canvas, this.#seen)
    this.#element.addEventListener('pointerdown', (event) => this.#press(event))
    this.#element.addEventListener('pointermove', (event) => this.#drag(event))
    this.#element.addEventListener('pointerup', () => (this.#draggedFrom = undefined))
    this.#element.addEventListener('pointercancel', () => (this.#draggedFrom = undefined))
    this.#element.addEventListener('wheel', ({ deltaY }) => (view.scrollDOM.scrollTop += deltaY), { passive: true })
    view.scrollDOM.addEventListener('scroll', this.#redraw, { passive: true })
    view.dom.append(this.#element)
    this.#redraw()
  }

  update() {
    this.#redraw()
  }

  destroy() {
    this.#view.scrollDOM.removeEventListener('scroll', this.#redraw)
    this.#element.remove()
  }

  #placeOf(): TextPlace {
    const { state, contentHeight, scrollDOM } = this.#view
    return { lines: state.doc.lines, contentHeight, roomHeight: scrollDOM.clientHeight, scrollTop: scrollDOM.scrollTop }
  }

  #draw(place: TextPlace) {
    const { doc } = this.#view.state
    const { offset, seenTop, seenHeight } = toMapPlace(place)
    this.#seen.style.transform = `translateY(${seenTop}px)`
    this.#seen.style.blockSize = `${seenHeight}px`
    const ratio = devicePixelRatio
    this.#canvas.width = width * ratio
    this.#canvas.height = place.roomHeight * ratio
    this.#canvas.style.inlineSize = `${width}px`
    const context = this.#canvas.getContext('2d')
    if (!context) return
    context.scale(ratio, ratio)
    context.fillStyle = getComputedStyle(this.#view.contentDOM).color
    context.globalAlpha = 0.6
    const first = Math.floor(offset / lineStep)
    const last = Math.min(doc.lines, Math.ceil((offset + place.roomHeight) / lineStep))
    for (let line = first; line < last; line++) drawLine(context, doc.line(line + 1).text, line * lineStep - offset)
  }

  #press(event: PointerEvent) {
    event.preventDefault()
    this.#element.setPointerCapture(event.pointerId)
    this.#draggedFrom = event.clientY
    if (event.target !== this.#seen) this.#view.scrollDOM.scrollTop = scrollTo(event.offsetY, this.#placeOf())
  }

  #drag({ clientY }: PointerEvent) {
    if (this.#draggedFrom === undefined) return
    this.#view.scrollDOM.scrollTop = scrollBy(clientY - this.#draggedFrom, this.#placeOf())
    this.#draggedFrom = clientY
  }
}

/** A map of the whole text beside it: shows where one is, and leads elsewhere. Each call draws in the colours of then. */
export const minimap = (): Extension => [look, ViewPlugin.define((view) => new Minimap(view))]
