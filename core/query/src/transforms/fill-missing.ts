import { createBuilder, NumberColumn, TextColumn, TextDictionary, type Column } from '@orrery/frames'
import { Choice } from '@orrery/schema'

/** What stands in cells that have no value. */
export const Filling = Choice(
  { missing: 'Nothing', zero: '0', emptyText: 'An empty text', true: 'True', false: 'False' },
  { title: 'Cells without a value', default: 'missing' },
)
export type Filling = 'missing' | 'zero' | 'emptyText' | 'true' | 'false'

/** The column with its missing cells filled, where it can hold what fills them. */
export function fillMissing(column: Column, filling: Filling): Column {
  if (filling === 'zero' && (column.kind === 'number' || column.kind === 'integer')) {
    const values = column.values.map((value, i) => (column.isNull(i) ? 0 : value))
    // Of the kind that it was.
    return new NumberColumn(column.kind, values, undefined, column.meta) as Column
  }
  if (filling === 'emptyText' && column.kind === 'text') {
    const { strings } = column.dictionary
    const known = strings.indexOf('')
    const code = known < 0 ? strings.length : known
    const codes = column.codes.map((each) => (each < 0 ? code : each))
    return new TextColumn(codes, known < 0 ? new TextDictionary([...strings, '']) : column.dictionary, column.meta)
  }
  if ((filling === 'true' || filling === 'false') && column.kind === 'boolean') {
    const builder = createBuilder('boolean', '')
    for (let i = 0; i < column.length; i++) builder.push(column.at(i) ?? filling === 'true')
    return builder.build(column.meta)
  }
  return column
}
