import { createBuilder, TextColumn, TextDictionary, type LongTextColumn } from '@orrery/frames'

/** The column with each of its texts changed; a text that repeats is changed once, and texts that become equal are one. */
export function mapTexts<C extends TextColumn | LongTextColumn>(column: C, change: (text: string) => string): C
export function mapTexts(column: TextColumn | LongTextColumn, change: (text: string) => string) {
  if (column.kind === 'longText') {
    const builder = createBuilder('longText', '')
    for (let i = 0; i < column.length; i++) builder.push(column.isNull(i) ? null : change(column.strings.at(i)))
    return builder.build(column.meta)
  }
  const codeOf = new Map<string, number>()
  const codes = column.dictionary.strings.map((text) => {
    const changed = change(text)
    const code = codeOf.get(changed) ?? codeOf.size
    codeOf.set(changed, code)
    return code
  })
  return new TextColumn(
    column.codes.map((code) => (code < 0 ? -1 : codes[code]!)),
    new TextDictionary([...codeOf.keys()]),
    column.meta,
  )
}
