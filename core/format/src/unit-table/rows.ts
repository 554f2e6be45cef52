import type { Ladder } from '../ladder.ts'
import type { BooleanUnit, DateUnit, ScaledUnit, TextUnit } from '../unit.ts'

type Row<What extends unknown[]> = readonly [id: string, title: string, ...what: What]

/** Rows of the table whose numbers take the size that fits; the last cell is what stands before the number. */
export const scaled = (category: string, rows: readonly Row<[ladder: Ladder, prefix?: string]>[]): ScaledUnit[] =>
  rows.map(([id, title, ladder, prefix = '']) => ({ kind: 'scaled', id, title, category, ladder, prefix }))

export const text = (category: string, rows: readonly Row<[toText: TextUnit['toText']]>[]): TextUnit[] =>
  rows.map(([id, title, toText]) => ({ kind: 'text', id, title, category, toText }))

export const date = (category: string, rows: readonly Row<[toText: DateUnit['toText']]>[]): DateUnit[] =>
  rows.map(([id, title, toText]) => ({ kind: 'date', id, title, category, toText }))

export const words = (category: string, rows: readonly Row<[yes: string, no: string]>[]): BooleanUnit[] =>
  rows.map(([id, title, yes, no]) => ({ kind: 'boolean', id, title, category, yes, no }))
