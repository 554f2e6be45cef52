import { diffLines, type LineEdit } from './line-diff.ts'

/** What is compared: a name and a text for each side. */
export interface DiffSide {
  readonly name: string
  readonly text: string
}

const CONTEXT = 3
const NO_NEWLINE = '\\ No newline at end of file'

/** The lines of a text; a last one without a newline says so, as diff(1) does. */
const linesOf = (text: string) => {
  const lines = text.split('\n')
  const last = lines.pop()!
  return last === '' ? lines : [...lines, `${last}\n${NO_NEWLINE}`]
}

interface Hunk {
  /** Edits before it. */
  readonly start: number
  end: number
}

/** The runs of edits that are not further apart than their context reaches. */
function hunksOf(edits: readonly LineEdit[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  for (const [index, { sign }] of edits.entries()) {
    if (sign === ' ') continue
    const end = Math.min(index + 1 + CONTEXT, edits.length)
    const last = hunks.at(-1)
    if (last && index - CONTEXT <= last.end) last.end = end
    else hunks.push({ start: Math.max(index - CONTEXT, 0), end })
  }
  return hunks
}

const count = (edits: readonly LineEdit[], without: LineEdit['sign']) =>
  edits.filter(({ sign }) => sign !== without).length

/** `12,3`: the first line, counted from 1, and how many; of no line at all, that before. */
const rangeOf = (before: number, lines: number) => {
  const first = lines === 0 ? before : before + 1
  return lines === 1 ? `${first}` : `${first},${lines}`
}

/** The difference of two texts in the unified format, which `patch` reads; empty when there is none. */
export function unifiedDiff(before: DiffSide, after: DiffSide): string {
  const edits = diffLines(linesOf(before.text), linesOf(after.text))
  const lines = hunksOf(edits).flatMap(({ start, end }) => {
    const earlier = edits.slice(0, start)
    const hunk = edits.slice(start, end)
    const gone = rangeOf(count(earlier, '+'), count(hunk, '+'))
    const come = rangeOf(count(earlier, '-'), count(hunk, '-'))
    return [`@@ -${gone} +${come} @@`, ...hunk.map(({ sign, line }) => sign + line)]
  })
  return lines.length ? `${[`--- ${before.name}`, `+++ ${after.name}`, ...lines].join('\n')}\n` : ''
}

const RED = 31
const GREEN = 32
const CYAN = 36
const BOLD = 1

const styleOf = (line: string, index: number) => {
  // Below the two lines of names, `---` is a line `--` that goes.
  if (index < 2) return BOLD
  if (line.startsWith('@@')) return CYAN
  if (line.startsWith('-')) return RED
  return line.startsWith('+') ? GREEN : undefined
}

/** One difference as a terminal shows it best: what goes in red, what comes in green. */
export const colourDiff = (diff: string): string =>
  diff
    .split('\n')
    .map((line, index) => {
      const style = styleOf(line, index)
      return style === undefined ? line : `\u001b[${style}m${line}\u001b[0m`
    })
    .join('\n')
