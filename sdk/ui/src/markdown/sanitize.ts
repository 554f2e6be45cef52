import createDOMPurify, { type Config } from 'dompurify'
import { isShownImage } from './image-address.ts'

const tags =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
// No `class`, `id`, `name` and `style`: texts must not look like, answer for, or cover what belongs to the page.
const attributes = 'alt colspan dir height href lang open reversed rowspan scope span src start title value width'

const config = {
  ALLOWED_TAGS: tags.split(' '),
  ALLOWED_ATTR: attributes.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config

/** Where the address of a picture waits until the picture becomes a link to it. */
const elsewhere = 'data-elsewhere'

function createSanitizer() {
  const purify = createDOMPurify(window)
  // Runs in a document that loads nothing.
  purify.addHook('afterSanitizeAttributes', (element) => {
    const href = element.getAttribute('href')
    if (element.localName === 'a' && href !== null) {
      element.setAttribute('rel', 'noopener noreferrer')
      if (/^data:/i.test(href)) element.removeAttribute('href')
      else if (!href.startsWith('#')) element.setAttribute('target', '_blank')
    }
    const src = element.getAttribute('src')
    if (element.localName === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '')
    if (src === null) return
    if (element.localName === 'img' && isShownImage(src)) element.setAttribute('loading', 'lazy')
    else {
      element.removeAttribute('src')
      element.setAttribute(elsewhere, src)
    }
  })
  return purify
}

const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi
const noise = /[\s/"'](?:on[a-z]+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*)/gi

/**
 * Without the handlers and styles at which the policy of the page would complain while the text is read, before they are
 * left out: much HTML that people copy has them. This is for the quiet of the console, not for safety.
 */
const toQuiet = (html: string) =>
  html
    .replaceAll(tag, (text) => text.replaceAll(noise, ' '))
    // Both are left out with all that is in them.
    .replaceAll(/<(\/?)style\b/gi, '<$1template')

let sanitizer: ReturnType<typeof createSanitizer> | undefined

/** The highest heading below the heading of a panel, which is the second. */
const highestHeading = 3

/**
 * HTML that somebody wrote, as nodes that run, load and cover nothing: without scripts, handlers, styles, forms and
 * frames; links open apart from the page, pictures of other servers are links to them, headings stand below the panel's.
 */
export function toSafeFragment(html: string): DocumentFragment {
  sanitizer ??= createSanitizer()
  const fragment = sanitizer.sanitize(toQuiet(html), config)
  for (const image of fragment.querySelectorAll('img:not([src])')) image.replaceWith(toImageLink(image))
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(6, Number(heading.localName.slice(1)) + highestHeading - 1)
    const lower = document.createElement(`h${level}`)
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
  for (const table of fragment.querySelectorAll('table')) {
    // Wide tables scroll by themselves, by keys too.
    const frame = document.createElement('div')
    frame.className = 'o-markdown-table'
    frame.tabIndex = 0
    table.replaceWith(frame)
    frame.append(table)
  }
  return fragment
}

function toImageLink(image: Element): Node {
  const address = image.getAttribute(elsewhere)
  const text = image.getAttribute('alt') || address || ''
  if (address === null || !/^https?:/i.test(address)) return document.createTextNode(text)
  const link = document.createElement('a')
  link.href = address
  link.rel = 'noopener noreferrer'
  link.target = '_blank'
  link.textContent = text
  return link
}
