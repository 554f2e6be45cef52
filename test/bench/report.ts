import { median, verdictOf, type Figures } from './measure.ts'

const round = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(Math.abs(value) >= 1 ? 3 : 2))

function goalText({ goal, unit }: Figures): string {
  if (!goal) return ''
  if (goal.type === 'limit') return `<= ${goal.atMost} ${unit}`
  return goal.type === 'share' ? `<= ${goal.atMost} x` : `>= ${goal.atLeast} x faster`
}

/** Below 1 as a share of the other, above as how often it goes into ours; goals that count times are told so. */
function ratioText(figures: Figures): string {
  const { ratio } = verdictOf(figures)
  if (ratio === undefined) return ''
  return figures.goal?.type === 'times' ? `${round(1 / ratio)} x faster` : `${round(ratio)} x`
}

/** A Markdown table: medians, the spread of ours, the ratio, and the goal. */
export function toTable(all: readonly Figures[]): string {
  const rows = all.map((figures) => {
    const { name, unit, ours, other, goal } = figures
    const spread = ours.length > 1 ? `${round(Math.min(...ours))} - ${round(Math.max(...ours))}` : ''
    const compared = other ? `${other.name}: ${round(median(other.values))} ${unit}` : ''
    const goalCell = goal ? `${goalText(figures)}: ${verdictOf(figures).good ? 'reached' : '**missed**'}` : ''
    return `| ${name} | ${round(median(ours))} ${unit} | ${spread} | ${compared} | ${ratioText(figures)} | ${goalCell} | ${ours.length} |`
  })
  return [
    '| what | median | from - to | beside it | ratio | goal | runs |',
    '| --- | --: | --: | --: | --: | --- | --: |',
    ...rows,
  ].join('\n')
}
