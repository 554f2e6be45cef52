import { Marked } from 'marked'
import { toSafeFragment } from './sanitize.ts'

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    // A box that nobody can tick is a sign, not a control.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

/** Markdown (as GitHub has it), or HTML, as nodes that are safe to show. */
export function toFragment(text: string, mode: 'markdown' | 'html'): DocumentFragment {
  // Not a promise, because `async` is false.
  return toSafeFragment(mode === 'html' ? text : (marked.parse(text) as string))
}
