import { h, type VNode } from 'vue'
import type { DrawnCell } from '@orrery/ui'
import type { Cell } from '../../column-options.ts'
import type { SheetColumn } from '../../sheet.ts'

type GaugeCell = Extract<Cell, { type: 'gauge' }>

/** The part of a gauge that is filled, in percent from its start: from 0, or from the end that is nearest to it. */
export function toFilled(value: number, { min, max }: { readonly min: number; readonly max: number }) {
  const placeOf = (at: number) => (max > min ? Math.max(0, Math.min(100, ((at - min) / (max - min)) * 100)) : 0)
  const [zero, at] = [placeOf(0), placeOf(value)]
  return { start: Math.min(zero, at), size: Math.abs(at - zero) }
}

/** A bar as long as the number is among those of its column, and its text beside it. */
export function drawGauge(
  { column, extent, show }: SheetColumn,
  { fill, value: told }: GaugeCell,
  { row }: Pick<DrawnCell, 'row'>,
): VNode {
  const cell = column.at(row)
  const number = typeof cell === 'number' ? cell : typeof cell === 'boolean' ? Number(cell) : Number.NaN
  const { full, color = 'var(--o-accent)' } = show(row)
  const { start, size } = Number.isFinite(number) ? toFilled(number, extent()) : { start: 0, size: 0 }
  const background =
    fill === 'gradient' ? `linear-gradient(to right, color-mix(in srgb, ${color} 35%, var(--o-bg-3)), ${color})` : color
  const bar = { insetInlineStart: `${start}%`, inlineSize: `${size}%`, background }
  return h('div', { class: 'table-gauge' }, [
    h('div', { class: ['table-gauge-bar', `is-${fill}`], 'aria-hidden': 'true' }, [
      h('div', { class: 'table-gauge-fill', style: bar }),
    ]),
    h(
      'span',
      { class: told === 'hidden' ? 'o-visually-hidden' : 'table-gauge-text', style: told === 'color' ? { color } : {} },
      full,
    ),
  ])
}
