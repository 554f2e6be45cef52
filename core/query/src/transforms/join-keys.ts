import { createBuilder, groupRows, TextColumn, TextDictionary, uniteCodes, type Column } from '@orrery/frames'
import { cellText } from './cell-text.ts'
import type { JoinKey, JoinSide } from './join-sides.ts'
import { readSearch } from './pattern.ts'
import type { TransformContext } from './transform.ts'

/** Keys of rows: equal numbers below `count` match; -1 matches nothing. A list a side. */
export interface JoinCodes {
  readonly codes: readonly Int32Array[]
  readonly count: number
}

/** Undefined, and a note, where a pattern is none. */
export function codeKeys(
  sides: readonly JoinSide[],
  keys: readonly JoinKey[],
  note: TransformContext['note'],
): JoinCodes | undefined {
  const width = sides[0]?.keys.length ?? 0
  const coded: JoinCodes[] = []
  for (let k = 0; k < width; k++) {
    const pattern = keys[k]?.pattern
    const compared = pattern === undefined ? undefined : readSearch(pattern, note)
    if (pattern !== undefined && !compared) return undefined
    coded.push(uniteCodes(sides.map((side) => comparedPart(side.keys[k]!.column, compared))))
  }
  const [only] = coded
  return only && coded.length === 1 ? only : combine(coded, sides)
}

/** One key of several, missing where one of them is. */
function combine(coded: readonly JoinCodes[], sides: readonly JoinSide[]): JoinCodes {
  const total = sides.reduce((sum, { length }) => sum + length, 0)
  const joined = coded.map(({ codes, count }) => {
    const all = new Int32Array(total)
    let at = 0
    for (const part of codes) {
      all.set(part, at)
      at += part.length
    }
    return { codes: all, count }
  })
  const { groupOf, firsts } = groupRows(joined, total)
  for (const { codes } of joined) for (let r = 0; r < total; r++) if (codes[r]! < 0) groupOf[r] = -1
  let at = 0
  return { codes: sides.map(({ length }) => groupOf.subarray(at, (at += length))), count: firsts.length }
}

/** What a pattern finds in each cell: its groups, or all of it where it has none. */
function comparedPart(column: Column, pattern: RegExp | undefined): Column {
  if (!pattern) return column
  const partOf = (text: string | undefined) => {
    const [whole, ...groups] = (text === undefined ? undefined : text.match(pattern)) ?? []
    return groups.length > 0 ? JSON.stringify(groups) : whole
  }
  if (column.kind !== 'text') {
    const builder = createBuilder('text', '')
    for (let r = 0; r < column.length; r++) builder.push(partOf(cellText(column, r)))
    return builder.build({})
  }
  const parts = column.dictionary.strings.map(partOf)
  const codes = column.codes.map((code) => (code >= 0 && parts[code] === undefined ? -1 : code))
  return new TextColumn(codes, new TextDictionary(parts.map((part) => part ?? '')))
}
