/** Text that may be laid out on several lines: a group stays on one line while it fits, else all its own lines break. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: 'group'; readonly doc: Doc }
  | { readonly kind: 'indent'; readonly doc: Doc }
  | { readonly kind: 'line'; readonly flat: string }
  | { readonly kind: 'comment'; readonly text: string }

export const group = (doc: Doc): Doc => ({ kind: 'group', doc })
export const indent = (doc: Doc): Doc => ({ kind: 'indent', doc })
/** A line break, or a space on one line. */
export const line: Doc = { kind: 'line', flat: ' ' }
/** A line break, or nothing on one line. */
export const softline: Doc = { kind: 'line', flat: '' }
/** Reaches to the end of its line: whatever follows begins another. */
export const comment = (text: string): Doc => ({ kind: 'comment', text })
export const join = (between: Doc, docs: readonly Doc[]): Doc =>
  docs.flatMap((doc, i) => (i === 0 ? [doc] : [between, doc]))

interface Frame {
  readonly doc: Doc
  readonly depth: number
  readonly isFlat: boolean
}

function fits(first: Frame, rest: readonly Frame[], room: number): boolean {
  const stack = [...rest, first]
  let left = room
  for (let frame = stack.pop(); frame && left >= 0; frame = stack.pop()) {
    const { doc, isFlat } = frame
    if (typeof doc === 'string') left -= doc.length
    else if (!('kind' in doc)) stack.push(...doc.toReversed().map((part) => ({ ...frame, doc: part })))
    else if (doc.kind === 'comment') return false
    else if (doc.kind !== 'line') stack.push({ ...frame, doc: doc.doc })
    else if (isFlat) left -= doc.flat.length
    else return true
  }
  return left >= 0
}

/** Writes a document on lines of `width` columns, where it can. */
export function print(root: Doc, width: number): string {
  const lines = ['']
  const stack: Frame[] = [{ doc: root, depth: 0, isFlat: false }]
  let isCommented = false
  const breakLine = (depth: number) => {
    lines.push(lines.pop()!.trimEnd(), '  '.repeat(depth))
    isCommented = false
  }
  const write = (text: string, depth: number) => {
    if (isCommented && text.trim()) breakLine(depth)
    lines.push(lines.pop()! + text)
  }
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { doc, depth, isFlat } = frame
    if (typeof doc === 'string') write(doc, depth)
    else if (!('kind' in doc)) stack.push(...doc.toReversed().map((part) => ({ ...frame, doc: part })))
    else if (doc.kind === 'indent') stack.push({ doc: doc.doc, depth: depth + 1, isFlat })
    else if (doc.kind === 'group') {
      const flat = { doc: doc.doc, depth, isFlat: true }
      const room = width - lines.at(-1)!.length
      stack.push(isFlat || fits(flat, stack, room) ? flat : { ...flat, isFlat: false })
    } else if (doc.kind === 'comment') {
      write(doc.text, depth)
      isCommented = true
    } else if (doc.kind === 'line' && isFlat && !isCommented) write(doc.flat, depth)
    else breakLine(depth)
  }
  return lines.join('\n').trim()
}
