import { createBuilder, type Column, type Frame, type LongTextColumn, type TextColumn } from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'
import { FieldName } from './field-name.ts'
import { findName, toRows } from './fields.ts'
import { placeFinder, type Place } from './gazetteer.ts'
import { builtIn } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

const Options = Type.Object({
  field: FieldName({ title: 'Field', default: '' }),
  places: Choice({ countries: 'Countries', usStates: 'States of the USA' }, { title: 'Places', default: 'countries' }),
})

/** What is known of the places that a field names. */
export const fieldLookup = builtIn({
  id: 'fieldLookup',
  title: 'Look up places',
  group: 'fields',
  description: 'Finds name, longitude and latitude of the countries or states that a field names.',
  keywords: ['gazetteer', 'geo', 'map', 'country', 'coordinates', 'latitude', 'longitude'],
  notes: `
Behind the field come \`ID\`, \`Name\`, \`Lng\` and \`Lat\`; of equal names the second is \`name (2)\`. They are missing where a
text names no place that is known, and the first such texts are told.

**Countries** are found by their ISO 3166-1 codes of two and three letters (\`DE\`, \`DEU\`) and by their English names and
some others in use (\`UK\`, \`Holland\`, \`Ivory Coast\`, \`Burma\`), 250 with their territories. **States of the USA** are found by
their postal codes (\`TX\`) and names, with \`DC\` and \`PR\`. Case, accents, spaces and a leading "the" do not count. A
place is a point inside it, in degrees with one decimal: right for a map, not for distances. The lists are part of
Orrery and are not fetched.

Series become rows; the field may be a label. Grafana's other lists, of airports and cities, are not there.
`,
  options: Options,
  apply: (frames, { field, places }, { note }) => {
    if (field === '') return frames
    const find = placeFinder(places)
    const unknown = new Set<string>()
    let isFound = false
    const made = frames.map((frame) => {
      const source = sourceOf(frame, field)
      if (!source) return frame
      isFound = true
      const columns = placeColumns(source.column, find, unknown)
      const fields = Array.from(source.table.fields).flatMap((own) =>
        own[0] === source.name ? [own, ...columns] : [own],
      )
      return source.table.with({ fields: uniqueFields(fields) })
    })
    if (!isFound && frames.length > 0) note(`There is no field "${field}" of texts: nothing is looked up.`)
    if (unknown.size > 0) note(unknownNote(unknown))
    return made
  },
})

function sourceOf(frame: Frame, field: string) {
  const isOurs =
    frame.kind !== 'series' || findName([...frame.fields.keys(), ...frame.labels.keys()], field) !== undefined
  const table = isOurs ? toRows(frame) : undefined
  const name = table && findName(table.fields.keys(), field)
  const column = name === undefined ? undefined : table!.field(name)
  return column?.kind === 'text' || column?.kind === 'longText' ? { table: table!, name: name!, column } : undefined
}

function placeColumns(
  column: TextColumn | LongTextColumn,
  find: (text: string) => Place | undefined,
  unknown: Set<string>,
): readonly (readonly [string, Column])[] {
  const look = (text: string) => {
    const place = find(text)
    if (!place && text.trim() !== '') unknown.add(text)
    return place
  }
  // Each of the texts that repeat is looked up once.
  const byCode = column.kind === 'text' ? column.dictionary.strings.map(look) : []
  const places = Array.from({ length: column.length }, (_, i) => {
    if (column.isNull(i)) return undefined
    return column.kind === 'text' ? byCode[column.codes[i]!] : look(column.strings.at(i))
  })
  const columnOf = (name: string, kind: 'text' | 'number', cellOf: (place: Place) => string | number) => {
    const builder = createBuilder(kind, name)
    for (const place of places) builder.push(place ? cellOf(place) : null)
    return [name, builder.build({})] as const
  }
  return [
    columnOf('ID', 'text', ({ id }) => id),
    columnOf('Name', 'text', ({ name }) => name),
    columnOf('Lng', 'number', ({ longitude }) => longitude),
    columnOf('Lat', 'number', ({ latitude }) => latitude),
  ]
}

function unknownNote(unknown: ReadonlySet<string>): string {
  const some = [...unknown].slice(0, 3).map((text) => JSON.stringify(text.slice(0, 50)))
  return `No place is known by ${some.join(', ')}${unknown.size > 3 ? ` and ${unknown.size - 3} more texts` : ''}.`
}
