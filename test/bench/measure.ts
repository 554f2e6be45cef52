/** Figures of one thing, in the order in which they were taken. */
export interface Figures {
  readonly name: string
  readonly unit: 'ms' | 'MiB'
  readonly ours: readonly number[]
  /** The floor in the same run: the same task with nothing in it. */
  readonly floor: readonly number[]
  readonly floorName: string
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs both sides in turn, so that whatever else the machine does falls on both. */
export async function interleave(pairs: number, ours: () => Promise<number>, floor: () => Promise<number>) {
  const taken = { ours: [] as number[], floor: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    taken.ours.push(await ours())
    taken.floor.push(await floor())
  }
  return taken
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)

/** A Markdown table: medians, the ratio to the floor, and the spread of ours. */
export function toTable(all: readonly Figures[]): string {
  const rows = all.map(({ name, unit, ours, floor, floorName }) => {
    const [mine, theirs] = [median(ours), median(floor)]
    const spread = `${round(Math.min(...ours))} - ${round(Math.max(...ours))}`
    return `| ${name} | ${round(mine)} ${unit} | ${spread} | ${floorName}: ${round(theirs)} ${unit} | ${(mine / theirs).toFixed(1)} x | ${ours.length} |`
  })
  return [
    '| what | median | from - to | floor | ratio | pairs |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n')
}
