import {
  fillLink,
  formatValue,
  offerActions,
  type FilledLink,
  type OfferedAction,
  type PanelProps,
  type TimeRange,
} from '@orrery/sdk'
import { arrangeRows } from '@orrery/ui'
import type { PlacedBar } from '../bars/layout.ts'
import { fieldOf, type BarContent } from '../bars/read-bars.ts'
import type { Options } from '../options.ts'

/** What is told of a bar, or of all bars of its group. */
export interface BarTold {
  readonly title: string
  readonly rows: readonly {
    readonly name: string
    readonly text: string
    readonly color: string
    readonly near: boolean
  }[]
  /** How many bars are left out. */
  readonly more: number
  readonly links: readonly FilledLink[]
  readonly actions: readonly OfferedAction[]
}

interface Reading extends Pick<PanelProps<Options>, 'page' | 'theme' | 'variables'> {
  readonly content: BarContent
  readonly bars: readonly PlacedBar[]
  readonly color: (bar: PlacedBar) => string
  readonly tooltip: Options['tooltip']
  readonly timeZone: string
  readonly range: TimeRange
}

/** Undefined where a bar is hidden from the tooltip. */
export function tellBar(
  near: PlacedBar,
  { content, bars, color, tooltip, timeZone, range, variables, page, theme }: Reading,
): BarTold | undefined {
  const { categories, groups } = content
  const category = categories[near.bar.category]!
  const isSilent = ({ bar }: PlacedBar) => fieldOf(content, bar).options.hideFrom.tooltip
  if (isSilent(near)) return undefined
  const configOf = ({ bar }: PlacedBar) => fieldOf(content, bar).config
  const textOf = (one: PlacedBar) => formatValue(one.bar.value, configOf(one), { timeZone }).full
  const own = tooltip.mode === 'multi' ? bars.filter(({ bar }) => bar.category === near.bar.category) : [near]
  const kept = own.filter((one) => one === near || (!isSilent(one) && !(tooltip.hideZeros && one.bar.value === 0)))
  const { shown, more } = arrangeRows(
    kept.map((one) => ({ one, value: one.bar.value, near: one === near })),
    tooltip.sort,
  )
  const { name, field } = groups[near.bar.group]!
  const context = {
    value: { raw: near.bar.value, text: textOf(near) },
    field,
    name: category.cell ? name : category.text,
    labels: category.labels,
    cell: category.cell,
    range,
    variables,
  }
  return {
    title: category.text,
    rows: shown.map(({ one, near: isNear }) => ({
      name: groups[one.bar.group]!.name,
      text: textOf(one),
      color: color(one),
      near: isNear,
    })),
    more,
    links: (configOf(near).links ?? []).flatMap((link) => fillLink(link, context) ?? []),
    actions: offerActions(configOf(near), context, { page, theme }),
  }
}
