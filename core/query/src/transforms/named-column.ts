import type { Column, Frame, TextColumn, ValueColumn } from '@orrery/frames'
import { findName } from './fields.ts'

/** A column of a frame by its name: of series a label, or a value field. */
export interface NamedColumn {
  readonly name: string
  readonly column: Column
  /** The frame with another column in its place; that of a label must be text, that of a series' field of series. */
  readonly replace: (column: Column) => Frame
}

/** The column of this name, by the rule of `findName`; of equal names the value field counts. */
export function namedColumn(frame: Frame, name: string): NamedColumn | undefined {
  if (frame.kind !== 'series') {
    const known = findName(frame.fields.keys(), name)
    if (known === undefined) return undefined
    return {
      name: known,
      column: frame.fields.get(known)!,
      replace: (column) => frame.with({ fields: new Map(frame.fields).set(known, column) }),
    }
  }
  const field = findName(frame.fields.keys(), name)
  if (field !== undefined)
    return {
      name: field,
      column: frame.fields.get(field)!,
      // Both are as promised.
      replace: (column) => frame.with({ fields: new Map(frame.fields).set(field, column as ValueColumn) }),
    }
  const label = findName(frame.labels.keys(), name)
  if (label === undefined) return undefined
  return {
    name: label,
    column: frame.labels.get(label)!,
    replace: (column) => frame.with({ labels: new Map(frame.labels).set(label, column as TextColumn) }),
  }
}
