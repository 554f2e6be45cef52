import { createBuilder, NumberColumn, TableFrame, type Column, type Frame } from '@orrery/frames'
import { Type, Variants, type Static } from '@orrery/schema'
import { areaWithin, distanceBetween, headingTo, type Position } from './earth.ts'
import { FieldName } from './field-name.ts'
import { findColumn, toRows } from './fields.ts'
import { placesOf, PlaceSource, readGeometry, toPosition, type PlaceOf } from './place-source.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'

const kind = <const Name extends string>(name: Name) => ({ type: Type.Literal(name) })

const Action = Variants(
  [
    Type.Object({ ...kind('prepare'), place: PlaceSource('Place') }, { title: 'A point for each row' }),
    Type.Object({ ...kind('heading'), place: PlaceSource('Place') }, { title: 'Heading to the next row' }),
    Type.Object(
      { ...kind('distance'), place: PlaceSource('From'), target: PlaceSource('To') },
      { title: 'Distance of two places' },
    ),
    Type.Object(
      { ...kind('area'), field: FieldName({ title: 'Field', default: 'geometry' }) },
      { title: 'Area of a shape' },
    ),
    Type.Object({ ...kind('line'), place: PlaceSource('Place') }, { title: 'A line through all rows' }),
    Type.Object(
      { ...kind('lineBuilder'), place: PlaceSource('From'), target: PlaceSource('To') },
      { title: 'A line for each row' },
    ),
  ],
  { title: 'Action' },
)
type Action = Static<typeof Action>

/** Places, lines and what is calculated of them. */
export const spatial = builtIn({
  id: 'spatial',
  title: 'Spatial operations',
  group: 'shape',
  description: 'Makes points and lines of places, and calculates heading, distance and area.',
  keywords: ['geo', 'map', 'latitude', 'longitude', 'geohash', 'geojson', 'route', 'bearing'],
  notes: `
A place is a latitude and a longitude in degrees, a geohash, or a GeoJSON point. Automatically it is taken from the
fields \`latitude\` (\`lat\`) and \`longitude\` (\`lon\`, \`lng\`), else \`geohash\`, else \`Point\`, \`geometry\`,
\`geo\` or \`location\`.

- **A point for each row** adds \`Point\`, **a line for each row** \`Line\`: GeoJSON.
- **A line through all rows** makes one row with \`Line\` of each frame, in the order of its rows.
- **Heading** adds \`heading\`: degrees from north over east in which the great circle to the next row sets out; the
  last row has that of the one before.
- **Distance** adds \`distance\`: metres along the great circle, by the haversine formula (Sinnott 1984).
- **Area** adds \`area\`: square metres of polygons without their holes (Chamberlain and Duquette 2007). A shape must
  not hold a pole.

The earth is a ball of 6,371,008.8 metres radius (IUGG), which is wrong by up to half a percent. Rows without a place,
or with one that is none on earth, have empty cells, and a line passes them over; less than two places are no line. A
frame without the fields stays as it is, and a notice names one of them. Series are read as rows.
`,
  options: Type.Object({ action: Action }),
  apply: (frames, { action }, context) => frames.map((frame) => applyAction(frame, action, context)),
})

function applyAction(frame: Frame, action: Action, { note }: TransformContext): Frame {
  const table = toRows(frame)
  if (table.fields.size === 0) return frame
  const missing = (field: string) => {
    note(`Field "${field}" is not there: the frame stays as it is.`)
    return frame
  }
  if (action.type === 'area') {
    const column = findColumn(table, action.field)
    return column ? withArea(table, column) : missing(action.field)
  }
  const placeOf = placesOf(table, action.place)
  if (typeof placeOf === 'string') return missing(placeOf)
  switch (action.type) {
    case 'prepare':
      return addJson(table, 'Point', (row) => toGeometry('Point', placeOf(row)))
    case 'heading':
      return addNumbers(table, 'heading', 'degree', headingsOf(table, placeOf))
    case 'line': {
      const places = Array.from({ length: table.length }, (_, row) => placeOf(row)).filter((one) => one !== undefined)
      const lines = createBuilder('json', 'Line')
      lines.push(toLine(places))
      return new TableFrame({ fields: new Map([['Line', lines.build({})]]), meta: frame.meta })
    }
    default: {
      const targetOf = placesOf(table, action.target)
      if (typeof targetOf === 'string') return missing(targetOf)
      if (action.type === 'lineBuilder')
        return addJson(table, 'Line', (row) => toLine([placeOf(row), targetOf(row)].filter((one) => one !== undefined)))
      const distances = Float64Array.from({ length: table.length }, (_, row) => {
        const [from, to] = [placeOf(row), targetOf(row)]
        return from && to ? distanceBetween(from, to) : NaN
      })
      return addNumbers(table, 'distance', 'lengthm', distances)
    }
  }
}

const toGeometry = (type: string, coordinates: unknown) =>
  coordinates === undefined ? undefined : { type, coordinates }
const toLine = (places: readonly Position[]) => toGeometry('LineString', places.length > 1 ? places : undefined)

const add = (table: TableFrame, name: string, column: Column): TableFrame =>
  table.with({ fields: new Map(table.fields).set(uniqueName(name, table.fields), column) })

function addJson(table: TableFrame, name: string, cellOf: (row: number) => unknown): TableFrame {
  const builder = createBuilder('json', name)
  for (let row = 0; row < table.length; row++) builder.push(cellOf(row))
  return add(table, name, builder.build({}))
}

const addNumbers = (table: TableFrame, name: string, unit: string, values: Float64Array): TableFrame =>
  add(table, name, new NumberColumn('number', values, undefined, { unit }))

/** To the next row that has a place. */
function headingsOf({ length }: TableFrame, placeOf: PlaceOf): Float64Array {
  const headings = new Float64Array(length).fill(NaN)
  let before = -1
  let from: Position | undefined
  for (let row = 0; row < length; row++) {
    const place = placeOf(row)
    if (!place) continue
    if (from) headings[row] = headings[before] = headingTo(from, place)
    before = row
    from = place
  }
  return headings
}

function withArea(table: TableFrame, column: Column): TableFrame {
  const areas = Float64Array.from({ length: table.length }, (_, row) => {
    const geometry = readGeometry(column.at(row))
    if (geometry?.type === 'Polygon') return areaOfPolygon(geometry.coordinates)
    if (geometry?.type !== 'MultiPolygon' || !Array.isArray(geometry.coordinates)) return NaN
    return geometry.coordinates.reduce((sum: number, polygon) => sum + areaOfPolygon(polygon), 0)
  })
  return addNumbers(table, 'area', 'areaM2', areas)
}

/** Of its first ring without the others; NaN where one is none. */
function areaOfPolygon(rings: unknown): number {
  if (!Array.isArray(rings)) return NaN
  const areas = rings.map((ring: unknown) => {
    if (!Array.isArray(ring)) return NaN
    const places = ring.map(toPosition)
    const known = places.filter((place) => place !== undefined)
    return known.length < places.length ? NaN : areaWithin(known)
  })
  const [outer = NaN, ...holes] = areas
  return holes.reduce((area, hole) => area - hole, outer)
}
