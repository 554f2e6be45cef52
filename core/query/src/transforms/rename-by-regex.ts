import type { TableFrame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { isFound, patternHint, readPattern } from './pattern.ts'
import { changeShown, type ShownSeries } from './shown-series.ts'
import { builtIn } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

/** New names by a pattern. */
export const renameByRegex = builtIn({
  id: 'renameByRegex',
  title: 'Rename fields by pattern',
  group: 'fields',
  description: 'Gives the fields and series whose names match a pattern new names.',
  keywords: ['regex', 'replace', 'display name', 'label'],
  notes: `
Columns are renamed; where two would be called the same, the second is \`name (2)\`. A series gets a display name, made of
the name that panels show; then all series keep the names that they have. Its labels and values stay as they are.
Names that do not match stay, and so does everything when the pattern is none.

A pattern without slashes must match the whole name. Grafana reads \`a|b\` as one that begins with a, or ends with b; here it
is one that is a or b.
`,
  options: Type.Object({
    pattern: Type.String({ title: 'Pattern', maxLength: 1000, description: patternHint, default: '' }),
    replacement: Type.String({
      title: 'New name',
      maxLength: 1000,
      description: '$1 is the first group of the pattern, $<name> the one of that name.',
      default: '',
    }),
  }),
  apply: (frames, { pattern: text, replacement }, { note }) => {
    const pattern = text === '' ? undefined : readPattern(text, note)
    if (!pattern) return frames
    const rename = (name: string) => (isFound(pattern, name) ? name.replace(pattern, replacement) : name)
    return changeShown(frames, {
      series: (shown) => renameSeries(shown, rename),
      table: (table) => renameColumns(table, rename),
    })
  },
})

function renameSeries(shown: ShownSeries, rename: (name: string) => string): ShownSeries {
  const names = shown.names.map(rename)
  return names.some((name, i) => name !== shown.names[i]) ? { ...shown, names } : shown
}

function renameColumns(table: TableFrame, rename: (name: string) => string): TableFrame {
  const renamed = Array.from(table.fields, ([name, column]) => [rename(name), column] as const)
  const names = [...table.fields.keys()]
  return renamed.some(([name], i) => name !== names[i]) ? table.with({ fields: uniqueFields(renamed) }) : table
}
