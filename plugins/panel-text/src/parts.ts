import type { PanelProps } from '@orrery/sdk'
import type { Options } from './options.ts'
import { readRows } from './rows.ts'
import { readTemplate, type Piece } from './template.ts'

/** Rows that are shown at most: nobody reads that many texts. */
export const mostRows = 200

type Given = Pick<PanelProps<Options>, 'options' | 'frames' | 'fieldConfig' | 'variables' | 'timeZone'>

/** The texts of a panel, one or one for each row, and how many rows there are. */
export function readParts({ options, frames, fieldConfig, variables, timeZone }: Given): {
  readonly parts: readonly (readonly Piece[])[]
  readonly rows: number
} {
  const { content, render } = options
  if (render === 'once') return { parts: [readTemplate(content, { variables })], rows: 1 }
  const { length, rowAt } = readRows(frames, fieldConfig, timeZone)
  const shown = Math.min(length, mostRows)
  const parts = Array.from({ length: shown }, (_, row) => readTemplate(content, { variables, cell: rowAt(row) }))
  return { parts, rows: length }
}
