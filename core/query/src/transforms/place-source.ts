import type { Column, TableFrame } from '@orrery/frames'
import { Type, Variants, isObject, type Static } from '@orrery/schema'
import { parseGeohash, type Position } from './earth.ts'
import { FieldName } from './field-name.ts'
import { findColumn } from './fields.ts'

const kind = <const Name extends string>(name: Name) => ({ type: Type.Literal(name) })

/** Where rows have their place. */
export const PlaceSource = (title: string) =>
  Variants(
    [
      Type.Object(kind('auto'), { title: 'Automatic' }),
      Type.Object(
        {
          ...kind('coordinates'),
          latitude: FieldName({ title: 'Latitude', default: 'latitude' }),
          longitude: FieldName({ title: 'Longitude', default: 'longitude' }),
        },
        { title: 'Latitude and longitude' },
      ),
      Type.Object(
        { ...kind('geohash'), field: FieldName({ title: 'Field', default: 'geohash' }) },
        { title: 'Geohash' },
      ),
      Type.Object(
        { ...kind('geometry'), field: FieldName({ title: 'Field', default: 'Point' }) },
        { title: 'GeoJSON' },
      ),
    ],
    { title },
  )
export type PlaceSource = Static<ReturnType<typeof PlaceSource>>

/** Gives the place of a row; undefined where it has none. */
export type PlaceOf = (row: number) => Position | undefined

/** The places of a table; a text says what is missing. */
export function placesOf(table: TableFrame, source: PlaceSource): PlaceOf | string {
  const column = (name: string) => findColumn(table, name)
  switch (source.type) {
    case 'auto':
      return findPlaces(table)
    case 'coordinates': {
      const [latitude, longitude] = [column(source.latitude), column(source.longitude)]
      if (!latitude) return source.latitude
      return longitude ? ofCoordinates(latitude, longitude) : source.longitude
    }
    case 'geohash': {
      const found = column(source.field)
      return found ? ofGeohash(found) : source.field
    }
    case 'geometry': {
      const found = column(source.field)
      return found ? ofGeometry(found) : source.field
    }
  }
}

function findPlaces(table: TableFrame): PlaceOf | string {
  const named = (...names: string[]) => names.map((name) => findColumn(table, name)).find((one) => one !== undefined)
  const [latitude, longitude] = [named('latitude', 'lat'), named('longitude', 'lon', 'lng')]
  if (latitude && longitude) return ofCoordinates(latitude, longitude)
  const geohash = named('geohash')
  if (geohash) return ofGeohash(geohash)
  const geometry = named('Point', 'geometry', 'geo', 'location')
  return geometry ? ofGeometry(geometry) : 'latitude'
}

const isOnEarth = (longitude: number, latitude: number) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

const ofCoordinates =
  (latitude: Column, longitude: Column): PlaceOf =>
  (row) => {
    const [lat, lon] = [toNumber(latitude.at(row)), toNumber(longitude.at(row))]
    return isOnEarth(lon, lat) ? [lon, lat] : undefined
  }

// Nothing is no zero.
const toNumber = (cell: unknown) => (cell === null || cell === '' ? NaN : Number(cell))

const ofGeohash =
  (column: Column): PlaceOf =>
  (row) => {
    const cell = column.at(row)
    return typeof cell === 'string' ? parseGeohash(cell) : undefined
  }

const ofGeometry =
  (column: Column): PlaceOf =>
  (row) => {
    const geometry = readGeometry(column.at(row))
    return geometry?.type === 'Point' ? toPosition(geometry.coordinates) : undefined
  }

/** A geometry of GeoJSON, or that of a feature, from a value or its text; undefined for anything else. */
export function readGeometry(cell: unknown): { readonly type: string; readonly coordinates: unknown } | undefined {
  const value = typeof cell === 'string' ? parseJson(cell) : cell
  if (!isObject(value)) return undefined
  if (isObject(value['geometry'])) return readGeometry(value['geometry'])
  const { type, coordinates } = value
  return typeof type === 'string' && Array.isArray(coordinates) ? { type, coordinates } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Two numbers as a place on the earth. */
export function toPosition(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined
  const [longitude, latitude] = value as readonly unknown[]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  return isOnEarth(longitude, latitude) ? [longitude, latitude] : undefined
}
