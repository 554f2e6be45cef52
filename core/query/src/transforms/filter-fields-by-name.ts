import { Type } from '@orrery/schema'
import { FieldNames } from './field-name.ts'
import { findName } from './fields.ts'
import { isFound, patternHint, readPattern } from './pattern.ts'
import { changeShown, pickShown } from './shown-series.ts'
import { builtIn } from './transform.ts'

/** Some fields of each frame. */
export const filterFieldsByName = builtIn({
  id: 'filterFieldsByName',
  title: 'Filter fields by name',
  group: 'filter',
  description: 'Keeps the fields and series of some names, or all but these.',
  keywords: ['select', 'columns', 'remove', 'hide', 'regex'],
  notes: `
A field is chosen when it is in the list of names, when it matches the pattern, or when it is among the names of the text,
which may come from a variable. Where none of the three is given, all stay. A frame that keeps none of its fields is left
out. A name that no frame has says so.

A series is chosen by the name that panels show; those that stay keep their names. Their times stay, whatever is
chosen, where Grafana wants them in the list.
`,
  options: Type.Object({
    names: FieldNames({ title: 'Names', default: [] }),
    pattern: Type.String({ title: 'Pattern', maxLength: 1000, description: patternHint, default: '' }),
    list: Type.String({
      title: 'Names as text',
      maxLength: 10_000,
      description: 'With commas between them: $variable.',
      default: '',
    }),
    exclude: Type.Boolean({ title: 'All but these', default: false }),
  }),
  apply: (frames, { names: listed, pattern: text, list, exclude }, { note }) => {
    const names = [...listed, ...namesIn(list)]
    if (names.length === 0 && text === '') return frames
    const pattern = text === '' ? undefined : readPattern(text, note)
    const known = new Set<string>()
    const choose = (given: readonly string[]) => {
      const chosen = new Set(names.map((name) => findName(given, name)))
      for (const name of given) known.add(name)
      return given.map((name) => (chosen.has(name) || isFound(pattern, name)) !== exclude)
    }
    const made = changeShown(frames, {
      series: (shown) => {
        const kept = choose(shown.names)
        if (kept.every(Boolean)) return shown
        return kept.some(Boolean) ? pickShown(shown, numbersOf(kept)) : undefined
      },
      table: (table) => {
        const kept = choose([...table.fields.keys()])
        if (kept.every(Boolean)) return table
        return kept.some(Boolean)
          ? table.with({ fields: new Map([...table.fields].filter((_, i) => kept[i])) })
          : undefined
      },
    })
    const missing = names.filter((name) => name !== 'time' && findName(known, name) === undefined)
    if (missing.length > 0 && frames.length > 0)
      note(`There is no field ${missing.map((name) => `"${name}"`).join(', ')}.`)
    return made
  },
})

/** `a, b`, and `{a,b}` as variables with several values are written. */
const namesIn = (list: string): readonly string[] =>
  list
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

const numbersOf = (kept: readonly boolean[]): readonly number[] => kept.flatMap((is, i) => (is ? [i] : []))
