const PREFIX = 'label.'

/** What a label is called as a column of a flat table: prefixed where it would be taken for a field. */
export const toColumnName = (label: string, fields: ReadonlyMap<string, unknown>): string =>
  label === 'time' || fields.has(label) || label.startsWith(PREFIX) ? PREFIX + label : label

/** The label that {@link toColumnName} made a column of. */
export const toLabelName = (column: string): string =>
  column.startsWith(PREFIX) ? column.slice(PREFIX.length) : column
