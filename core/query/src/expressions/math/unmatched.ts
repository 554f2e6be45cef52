import type { SeriesFrame } from '@orrery/frames'
import type { LabelMatch } from '../match-labels.ts'
import { printMath, type MathTerm } from './syntax.ts'

/** So many are named. */
const mostNamed = 3

/** Tells which items of either side of an operator match none of the other, so that they are left out. */
export function noteUnmatched(
  term: Extract<MathTerm, { readonly type: 'binary' }>,
  a: SeriesFrame,
  b: SeriesFrame,
  { left, right }: LabelMatch,
  note: (text: string) => void,
): void {
  const tell = (frame: SeriesFrame, matched: Int32Array, own: MathTerm, other: SeriesFrame, others: MathTerm) => {
    const rest = unmatchedOf(frame.length, matched)
    if (rest.length === 0) return
    if (other.length === 0)
      return note(`${printMath(others)} has no data, so ${printMath(term)} is calculated of nothing.`)
    const named = rest.slice(0, mostNamed).map((i) => labelText(frame, i))
    const more = rest.length > mostNamed ? ` and ${rest.length - mostNamed} more` : ''
    note(
      `In ${printMath(term)}, these of ${printMath(own)} match none of ${printMath(others)} by their labels and are left out: ${named.join(', ')}${more}.`,
    )
  }
  tell(a, left, term.left, b, term.right)
  tell(b, right, term.right, a, term.left)
}

function unmatchedOf(length: number, matched: Int32Array): readonly number[] {
  const isMatched = new Uint8Array(length)
  for (let k = 0; k < matched.length; k++) isMatched[matched[k]!] = 1
  const rest: number[] = []
  for (let i = 0; i < length; i++) if (isMatched[i] === 0) rest.push(i)
  return rest
}

/** `{host="a"}` */
const labelText = (frame: SeriesFrame, i: number) =>
  `{${Object.entries(frame.labelsAt(i))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`
