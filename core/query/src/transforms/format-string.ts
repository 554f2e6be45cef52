import { Choice, Type, ui, type Static } from '@orrery/schema'
import { FieldName } from './field-name.ts'
import { namedColumn } from './named-column.ts'
import { mapTexts } from './text-mapping.ts'
import { builtIn } from './transform.ts'

const place = (title: string, options: object) =>
  Type.Integer({ title, minimum: 0, maximum: 1_000_000, ...options, ...ui({ showIf: { format: 'substring' } }) })

const Options = Type.Object({
  field: FieldName({ title: 'Field', default: '' }),
  format: Choice(
    {
      upper: 'UPPER CASE',
      lower: 'lower case',
      sentence: 'Sentence case',
      title: 'Title Case',
      pascal: 'PascalCase',
      camel: 'camelCase',
      snake: 'snake_case',
      kebab: 'kebab-case',
      trim: 'Without spaces around',
      substring: 'A part',
    },
    { title: 'Format', default: 'upper' },
  ),
  from: place('From', { default: 0, description: 'The number of characters before the part.' }),
  to: place('To', { default: 100, description: 'The number of the last character of the part.' }),
})
type Options = Static<typeof Options>

/** Texts in another form. */
export const formatString = builtIn({
  id: 'formatString',
  title: 'Format text',
  group: 'fields',
  description: 'Changes the case of the texts of a field, or cuts them.',
  keywords: ['string', 'case', 'uppercase', 'lowercase', 'trim', 'substring'],
  notes: `
Letters are changed by the rules of Unicode, whatever the language. Words are what stands between spaces. Missing texts stay
missing; a field that holds no text stays as it is, and says so. Texts that become equal are one from then on.

Of series it is a label, or a value field of text; the frame stays one of series.
`,
  options: Options,
  apply: (frames, options, { note }) => {
    if (options.field === '') return frames
    const change = changeOf(options)
    let isFound = false
    let isText = false
    const made = frames.map((frame) => {
      const found = namedColumn(frame, options.field)
      if (!found) return frame
      isFound = true
      if (found.column.kind !== 'text' && found.column.kind !== 'longText') return frame
      isText = true
      return found.replace(mapTexts(found.column, change))
    })
    if (!isText && frames.length > 0)
      note(
        isFound
          ? `Field "${options.field}" holds no text, and stays as it is.`
          : `There is no field "${options.field}".`,
      )
    return made
  },
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const titled = (text: string) =>
  text
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
const pascal = (text: string) => titled(text).replaceAll(' ', '')

function changeOf({ format, from, to }: Options): (text: string) => string {
  switch (format) {
    case 'upper':
      return (text) => text.toUpperCase()
    case 'lower':
      return (text) => text.toLowerCase()
    case 'sentence':
      return capital
    case 'title':
      return titled
    case 'pascal':
      return pascal
    case 'camel':
      return (text) => pascal(text).charAt(0).toLowerCase() + pascal(text).slice(1)
    case 'snake':
      return (text) => text.toLowerCase().replaceAll(' ', '_')
    case 'kebab':
      return (text) => text.toLowerCase().replaceAll(' ', '-')
    case 'trim':
      return (text) => text.trim()
    case 'substring':
      return (text) => text.substring(from, to)
  }
}
