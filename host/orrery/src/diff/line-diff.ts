/** What becomes of a line: it stays, goes or comes. */
export interface LineEdit {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

/** Lines that differ beyond which the shortest way is not looked for: it costs the square of their number. */
const MOST_EDITS = 2000

const edits = (sign: LineEdit['sign'], lines: readonly string[]): LineEdit[] => lines.map((line) => ({ sign, line }))

/** How one list of lines becomes another, with as few lines as possible going and coming. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineEdit[] {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start++
  let same = 0
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return [
    ...edits(' ', before.slice(0, start)),
    ...diffMiddle(before.slice(start, before.length - same), after.slice(start, after.length - same)),
    ...edits(' ', before.slice(before.length - same)),
  ]
}

/** How many lines of the old list are done on each diagonal. */
type Reached = ReadonlyMap<number, number>

/**
 * The greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): on each diagonal (lines gone
 * minus lines come) the furthest place that so many edits reach, one more edit at a time.
 */
function diffMiddle(before: readonly string[], after: readonly string[]): readonly LineEdit[] {
  let reached: Reached = new Map([[1, 0]])
  const rounds: Reached[] = []
  for (let count = 0; count <= MOST_EDITS; count++) {
    rounds.push(reached)
    const next = new Map<number, number>()
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let gone = entry(reached, diagonal, count).gone
      while (gone < before.length && before[gone] === after[gone - diagonal]) gone++
      next.set(diagonal, gone)
      if (gone >= before.length && gone - diagonal >= after.length) return trace(rounds, before, after)
    }
    reached = next
  }
  return [...edits('-', before), ...edits('+', after)]
}

/** How one more edit gets furthest on a diagonal: by a line that comes, from the diagonal above, or one that goes. */
function entry(reached: Reached, diagonal: number, edits: number): { sign: '-' | '+'; gone: number } {
  const coming = reached.get(diagonal + 1) ?? -1
  const going = reached.get(diagonal - 1) ?? -1
  return diagonal === -edits || (diagonal !== edits && going < coming)
    ? { sign: '+', gone: coming }
    : { sign: '-', gone: going + 1 }
}

/** The way back from the end, through what each number of edits had reached. */
function trace(rounds: readonly Reached[], before: readonly string[], after: readonly string[]): readonly LineEdit[] {
  const way: LineEdit[] = []
  let [gone, come] = [before.length, after.length]
  const stay = (until: number) => {
    for (; gone > until; gone--, come--) way.push({ sign: ' ', line: before[gone - 1]! })
  }
  for (let edits = rounds.length - 1; edits > 0; edits--) {
    const { sign, gone: start } = entry(rounds[edits]!, gone - come, edits)
    stay(start)
    way.push({ sign, line: sign === '+' ? after[--come]! : before[--gone]! })
  }
  stay(0)
  return way.reverse()
}
