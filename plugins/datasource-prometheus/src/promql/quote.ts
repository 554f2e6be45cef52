/** A text as a PromQL string in double quotes. */
export const toQuoted = (text: string) =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`

/** A text that a pattern of `=~` takes literally. */
export const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A label, in quotes unless its name is one of the old characters. */
export const toLabelName = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : toQuoted(name))

const letters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}
const escape = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gs

/** The text of a PromQL string with its quotes; undefined when Prometheus would not know one of its escapes. */
export function parseQuoted(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1)
  if (quoted.startsWith('`')) return inner
  let isKnown = true
  const text = inner.replace(escape, (_, hex, short, long, octal, letter: string | undefined) => {
    if (letter === undefined) {
      const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8)
      isKnown &&= code <= 0x10_ff_ff
      return isKnown ? String.fromCodePoint(code) : ''
    }
    isKnown &&= Object.hasOwn(letters, letter)
    return letters[letter] ?? ''
  })
  return isKnown ? text : undefined
}
