import { t } from './text.ts'

/** A place or a shape: what it is, and its points as [longitude, latitude]. */
interface Geometry {
  readonly type: string
  readonly points: readonly (readonly [number, number])[]
}

/** What a cell holds of the earth (GeoJSON, WKT, or `latitude,longitude`) in words; undefined where it is nothing of it. */
export function toGeoText(cell: unknown): string | undefined {
  const geometry = typeof cell === 'string' ? parseGeometry(cell) : fromGeoJson(cell)
  if (!geometry || geometry.points.length === 0) return undefined
  const { type, points } = geometry
  if (points.length === 1) return toPlace(points[0]!)
  const title = Object.hasOwn(titles, type) ? titles[type]!() : type
  return t('{shape} of {count} points', { shape: title, count: points.length })
}

const titles: Readonly<Record<string, () => string>> = {
  MultiPoint: () => t('Places'),
  LineString: () => t('Line'),
  MultiLineString: () => t('Lines'),
  Polygon: () => t('Area'),
  MultiPolygon: () => t('Areas'),
  GeometryCollection: () => t('Shapes'),
}

const degrees = (value: number) => `${Math.round(Math.abs(value) * 1e5) / 1e5}°`
const toPlace = ([longitude, latitude]: readonly [number, number]) =>
  `${degrees(latitude)} ${latitude < 0 ? t('S') : t('N')}, ${degrees(longitude)} ${longitude < 0 ? t('W') : t('E')}`

const pair = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,;]\s*([-+]?\d+(?:\.\d+)?)\s*$/

function parseGeometry(text: string): Geometry | undefined {
  const [, latitude, longitude] = pair.exec(text) ?? []
  if (latitude !== undefined && longitude !== undefined) {
    const isOnEarth = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180
    return isOnEarth ? { type: 'Point', points: [[Number(longitude), Number(latitude)]] } : undefined
  }
  return text.trimStart().startsWith('{') ? fromGeoJson(parseJson(text)) : fromWkt(text)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wktTypes: Readonly<Record<string, string>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
}

/** `POLYGON ((9.1 48.7, 9.2 48.7, 9.1 48.8, 9.1 48.7))`, with or without `SRID=4326;` before it. */
function fromWkt(text: string): Geometry | undefined {
  const [, name, coordinates] = /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*\((.*)\)\s*$/is.exec(text) ?? []
  const type = wktTypes[name?.toUpperCase() ?? '']
  if (type === undefined || coordinates === undefined) return undefined
  const points = coordinates.split(',').flatMap((part): [number, number][] => {
    const [, x, y] = /([-+]?[\d.]+(?:e[-+]?\d+)?)\s+([-+]?[\d.]+(?:e[-+]?\d+)?)/i.exec(part) ?? []
    return x === undefined || y === undefined ? [] : [[Number(x), Number(y)]]
  })
  return { type, points }
}

/** Geometries nested deeper than this are none of the standard's. */
const deepest = 8

function fromGeoJson(value: unknown, depth = 0): Geometry | undefined {
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined
  const { type, coordinates, geometry, geometries, features } = value as Record<string, unknown>
  if (geometry !== undefined) return fromGeoJson(geometry, depth + 1)
  const parts = Array.isArray(geometries) ? geometries : Array.isArray(features) ? features : undefined
  if (parts) {
    const points = parts.flatMap((part) => fromGeoJson(part, depth + 1)?.points ?? [])
    return { type: 'GeometryCollection', points }
  }
  return typeof type === 'string' ? { type, points: pointsOf(coordinates, 0) } : undefined
}

function pointsOf(coordinates: unknown, depth: number): [number, number][] {
  if (!Array.isArray(coordinates) || depth > deepest) return []
  const [x, y] = coordinates as unknown[]
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]]
  return coordinates.flatMap((part) => pointsOf(part, depth + 1))
}
