import type { TransformContext } from './transform.ts'

/** What the option of a pattern says below its title. */
export const patternHint = 'A regular expression for the whole name; /text/i is found anywhere in it, in any case.'

/**
 * Reads a regular expression as people know it: `/text/i` is found anywhere, with its flags, and any other is for the whole
 * text. Undefined, and a note, for what is none.
 */
export function readPattern(text: string, note: TransformContext['note']): RegExp | undefined {
  const [, source = `^(?:${text})$`, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? []
  return toPattern(source, flags, text, note)
}

/** As {@link readPattern}, but any text is found anywhere. */
export function readSearch(text: string, note: TransformContext['note']): RegExp | undefined {
  const [, source = text, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? []
  return toPattern(source, flags, text, note)
}

function toPattern(source: string, flags: string, text: string, note: TransformContext['note']): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    note(`"${text}" is no regular expression, and matches nothing.`)
    return undefined
  }
}

/** Whether a pattern is found in a text, whatever its flags. */
export const isFound = (pattern: RegExp | undefined, text: string): boolean =>
  pattern !== undefined && text.search(pattern) >= 0
