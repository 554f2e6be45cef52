import { Marked } from 'marked'
import { toSafeFragment } from './sanitize.ts'
import type { TextPiece } from './text-piece.ts'

const reader = new Marked({
  gfm: true,
  async: false,
  renderer: {
    // A box that nobody can tick is a sign, not a control.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

// Not a promise, because `async` is false.
const toHtml = (text: string) => reader.parse(text) as string

// Characters that no text has: they are for private use.
const [OPEN, CLOSE] = ['\uE000', '\uE001']
const signs = /[\uE000\uE001]/g

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!)

/**
 * Markdown (as GitHub has it), or HTML, as nodes that are safe to show. Values are put in after the text is read, so that
 * none becomes markdown or HTML; in addresses they are encoded, but for one that begins the address.
 */
export function toFragment(text: readonly TextPiece[], mode: 'markdown' | 'html'): DocumentFragment {
  const values: string[] = []
  const marked = text.map((piece) =>
    'text' in piece ? piece.text.replaceAll(signs, '') : `${OPEN}${values.push(piece.value) - 1}${CLOSE}`,
  )
  const html = mode === 'html' ? marked.join('') : toHtml(marked.join(''))
  const valueAt = (index: string) => values[Number(index)] ?? ''
  return toSafeFragment(
    html
      .replaceAll(
        /((?:href|src)=["'])%EE%80%80(\d+)%EE%80%81/g,
        (_, start: string, i: string) => start + escapeHtml(valueAt(i)),
      )
      .replaceAll(/%EE%80%80(\d+)%EE%80%81/g, (_, i: string) => encodeURIComponent(valueAt(i)))
      .replaceAll(/\uE000(\d+)\uE001/g, (_, i: string) => escapeHtml(valueAt(i))),
  )
}
