import { CodedError } from '@orrery/sdk'
import { t } from '../text.ts'
import { pageStyles, toDataUrl } from './page-styles.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'
const SVG = 'http://www.w3.org/2000/svg'
/** What is for the hand only, and what stands before the panel. */
const LEFT_OUT = '[aria-haspopup=menu], [role=presentation], [role=dialog], [hidden], script'
/** What elements inherit from around the panel. */
const INHERITED = ['color', 'direction', 'font', 'letter-spacing', 'line-height', 'text-align', 'white-space']
/** What rules for canvases say, which an image in their place does not get. */
const PLACED = ['display', 'position', 'inset', 'margin', 'transform', 'z-index', 'opacity', 'pointer-events']

function copyStyle(from: Element, to: HTMLElement, names: readonly string[]) {
  const style = getComputedStyle(from)
  for (const name of names) to.style.setProperty(name, style.getPropertyValue(name))
}

/** What is drawn on a canvas, as an image in its place. */
function toImage(canvas: HTMLCanvasElement, inert: Document): HTMLElement {
  const image = inert.createElementNS(XHTML, 'img') as HTMLImageElement
  image.setAttribute('class', canvas.className)
  image.src = canvas.width > 0 && canvas.height > 0 ? canvas.toDataURL() : 'data:,'
  copyStyle(canvas, image, PLACED)
  Object.assign(image.style, {
    width: `${canvas.offsetWidth}px`,
    height: `${canvas.offsetHeight}px`,
    maxWidth: 'none',
  })
  return image
}

/** A picture knows no scrolling: what is scrolled is moved. */
function keepScroll(from: Element, to: Element) {
  if (!(to instanceof HTMLElement) && !('style' in to)) return
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = from
  if (scrollHeight <= clientHeight && scrollWidth <= clientWidth) return
  const { style } = to as HTMLElement
  style.overflow = 'hidden'
  const content = to.firstElementChild as HTMLElement | null
  if (!content) return
  if (scrollTop !== 0) content.style.marginTop = `${-scrollTop}px`
  if (scrollLeft !== 0) content.style.marginLeft = `${-scrollLeft}px`
}

/** The panel as it is now, in a document of its own that loads and runs nothing. */
async function copyOf(panel: HTMLElement): Promise<HTMLElement> {
  const inert = document.implementation.createHTMLDocument('')
  const copy = inert.importNode(panel, true)
  const copies = [...copy.querySelectorAll('*')]
  const waits = [...panel.querySelectorAll('*')].map(async (from, i) => {
    const to = copies[i]!
    if (from instanceof HTMLCanvasElement) to.replaceWith(toImage(from, inert))
    else if (from instanceof HTMLImageElement) {
      const file = from.src.startsWith('data:') ? from.src : await toDataUrl(from.src)
      ;(to as HTMLImageElement).src = file ?? 'data:,'
    } else keepScroll(from, to)
  })
  await Promise.all(waits)
  for (const each of copy.querySelectorAll(LEFT_OUT)) each.remove()
  copyStyle(panel, copy, INHERITED)
  Object.assign(copy.style, {
    position: 'static',
    transform: 'none',
    margin: '0',
    inlineSize: `${panel.offsetWidth}px`,
    blockSize: `${panel.offsetHeight}px`,
  })
  return copy
}

// No XML holds these, whatever they are written as.
const withoutControls = (xml: string) => xml.replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')

/** The panel as an SVG with all that it needs, which browsers draw like the page. */
async function toSvg(panel: HTMLElement, scale: number): Promise<string> {
  const { offsetWidth: width, offsetHeight: height } = panel
  const svg = document.createElementNS(SVG, 'svg')
  const attributes = { width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}` }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value))
  // The themes are rules for classes of the root.
  svg.setAttribute('class', document.documentElement.className.replace('o-idle', ''))
  const styles = document.createElementNS(SVG, 'style')
  styles.textContent = await pageStyles()
  const page = document.createElementNS(SVG, 'foreignObject')
  for (const [name, value] of Object.entries({ width, height })) page.setAttribute(name, String(value))
  page.append(document.adoptNode(await copyOf(panel)))
  svg.append(styles, page)
  return withoutControls(new XMLSerializer().serializeToString(svg))
}

async function draw(panel: HTMLElement, scale: number): Promise<Blob | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await toSvg(panel, scale))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(panel.offsetWidth * scale)
  canvas.height = Math.round(panel.offsetHeight * scale)
  const context = canvas.getContext('2d')!
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/**
 * A panel as it is seen, with its title, as PNG; `scale` pixels for each CSS pixel, by default as the screen has them.
 * Throws PICTURE_REFUSED in browsers that give out no picture of a page.
 */
export async function toPicture(panel: HTMLElement, scale = devicePixelRatio): Promise<Blob> {
  try {
    const picture = await draw(panel, scale)
    if (picture) return picture
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
  }
  const message = t('This browser gives out no picture of a panel. Take a screenshot, or use another browser.')
  throw new CodedError('ExportError', 'PICTURE_REFUSED', 501, message, {})
}
