/** How many letters have to be added, left out or changed to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

/** The known word that somebody who wrote this one may have meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const near = known.map((word) => ({ word, letters: distance(written.slice(0, 40), word) }))
  const [best] = near.toSorted((a, b) => a.letters - b.letters)
  return best && best.letters <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined
}
