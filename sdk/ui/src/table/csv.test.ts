import { expect, it } from 'vitest'
import type { TableColumn } from './column.ts'
import { toCsv, toRowText } from './csv.ts'
import { finish } from './steps.ts'

const columns: readonly TableColumn[] = [
  { key: 'a', title: 'A, b', text: (row) => ['say "hi"', '=1+1', '-5', '-x'][row]! },
  { key: 'c', title: 'C', text: (row) => `x\n${row}` },
]

it('writes what is shown as CSV that no spreadsheet runs', () => {
  expect(finish(toCsv(columns, 4, Uint32Array.of(3, 2, 1, 0)))).toBe(
    `"A, b",C\r\n'-x,"x\n3"\r\n-5,"x\n2"\r\n'=1+1,"x\n1"\r\n"say ""hi""","x\n0"\r\n`,
  )
})

it('writes a row with tabs', () => {
  expect(toRowText(columns, 2)).toBe('-5\tx 2')
})
