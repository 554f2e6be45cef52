import { asin, atan2, cos, sin } from '../pinned-math.ts'

/** A place: degrees east, then degrees north, as GeoJSON has it. */
export type Position = readonly [longitude: number, latitude: number]

/** The mean radius of the earth in metres (IUGG, R1): it is taken for a ball, which is wrong by up to half a percent. */
const RADIUS = 6_371_008.8

const square = (value: number) => value * value
const toRadians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the great circle, by the haversine formula (R. W. Sinnott, Virtues of the haversine, 1984). */
export function distanceBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, b] = [toRadians(latA), toRadians(latB)]
  const half = square(sin((b - a) / 2)) + cos(a) * cos(b) * square(sin(toRadians(lonB - lonA) / 2))
  return 2 * RADIUS * asin(Math.min(1, Math.sqrt(half)))
}

/** The direction in which the great circle to the other place sets out: degrees from north over east, from 0 to 360. */
export function headingTo([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, b, turn] = [toRadians(latA), toRadians(latB), toRadians(lonB - lonA)]
  const east = sin(turn) * cos(b)
  const north = cos(a) * sin(b) - sin(a) * cos(b) * cos(turn)
  return ((atan2(east, north) * 180) / Math.PI + 360) % 360
}

/**
 * Square metres within a ring of places, whichever way round (R. G. Chamberlain and W. H. Duquette, Some algorithms for
 * polygons on a sphere, JPL 2007). It must not hold a pole.
 */
export function areaWithin(ring: readonly Position[]): number {
  let sum = 0
  for (const [k, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(k + 1) % ring.length]!
    sum += toRadians(nextLon - lon) * (2 + sin(toRadians(lat)) + sin(toRadians(nextLat)))
  }
  return (Math.abs(sum) * RADIUS * RADIUS) / 2
}

const digits = '0123456789bcdefghjkmnpqrstuvwxyz'

/** The middle of a geohash (G. Niemeyer, 2008); undefined where the text is none. */
export function parseGeohash(text: string): Position | undefined {
  const cell = { lon: [-180, 180] as [number, number], lat: [-90, 90] as [number, number] }
  let isLon = true
  for (const letter of text.trim().toLowerCase()) {
    const value = digits.indexOf(letter)
    if (value < 0) return undefined
    for (let bit = 16; bit > 0; bit >>= 1) {
      const side = isLon ? cell.lon : cell.lat
      side[value & bit ? 0 : 1] = (side[0] + side[1]) / 2
      isLon = !isLon
    }
  }
  const middle = ([from, to]: [number, number]) => (from + to) / 2
  return text.trim() === '' ? undefined : [middle(cell.lon), middle(cell.lat)]
}
