import { formatTime, formatValue, type Summary } from '@orrery/sdk'
import { readHeatmap, type HeatContent } from './cells/read-cells.ts'
import type { HeatCells } from './cells/heat-cells.ts'
import type { Options } from './options.ts'
import { t } from './text.ts'

const summary: Summary<Options> = (props) => describeHeatmap(readHeatmap(props), props.timeZone)
export default summary

/** When cells are, and which is the highest. */
export function describeHeatmap({ cells, config, axis }: HeatContent, timeZone: string): string {
  if (!cells) return t('No cells.')
  const columns = t(
    '{count} column from {from} to {to} | {count} columns from {from} to {to}',
    { from: formatTime(cells.starts[0]!, timeZone), to: formatTime(cells.ends.at(-1)!, timeZone) },
    cells.starts.length,
  )
  const highest = findHighest(cells)
  if (highest === undefined) return t('{columns}; all are empty.', { columns })
  const column = cells.offsets.findLastIndex((begin) => begin <= highest)
  return t('{columns}; the highest value is {value}, in {row} at {time}.', {
    columns,
    value: formatValue(cells.counts[highest]!, config, { timeZone }).full,
    row: describeRow(cells, highest, axis, timeZone),
    time: formatTime(cells.starts[column]!, timeZone),
  })
}

function findHighest({ counts }: HeatCells): number | undefined {
  let highest: number | undefined
  for (let i = 0; i < counts.length; i++)
    if (counts[i]! > 0 && !(counts[i]! <= (counts[highest ?? -1] ?? 0))) highest = i
  return highest
}

/** The bounds of a cell as text, or the name of its row. */
export function describeRow(
  { names, bounds, low, high }: HeatCells,
  cell: number,
  axis: HeatContent['axis'],
  timeZone: string,
): string {
  const [from, to] = [bounds[low[cell]!]!, bounds[high[cell]!]!]
  if (names) return names[from] ?? ''
  const text = (value: number) => formatValue(value, axis, { timeZone }).full
  if (to === Infinity) return t('more than {bound}', { bound: text(from) })
  return from === -Infinity ? t('up to {bound}', { bound: text(to) }) : `${text(from)} – ${text(to)}`
}
