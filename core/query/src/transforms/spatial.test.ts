import { defineTable, json, number, text, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { spatial } from './spatial.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const rowsOf = (frame: Frame | undefined) =>
  frame && frame.kind !== 'series' ? Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)) : undefined

const cities = defineTable({ name: text(), latitude: number(), longitude: number(), to: text() }).fromRows([
  { name: 'Berlin', latitude: 52.52, longitude: 13.405, to: 'u09tvw0f' },
  { name: 'nowhere', latitude: null, longitude: 1, to: 'a' },
  { name: 'Paris', latitude: 48.8566, longitude: 2.3522, to: 'u33db2m3' },
])

const apply = (frame: Frame, action: object) => applyTo(spatial, [frame], { action })
const columnOf = (frame: Frame | undefined, name: string) => rowsOf(frame)!.map((row) => row[name])

describe('spatial', () => {
  copesWithOddFrames(spatial)
  const host = { type: 'geohash', field: 'host' }
  copesWithOddFrames(spatial, { action: { type: 'distance', place: host, target: host } })
  copesWithOddFrames(spatial, {
    action: { type: 'line', place: { type: 'coordinates', latitude: 'value', longitude: 'count' } },
  })
  copesWithOddFrames(spatial, { action: { type: 'area', field: 'more' } })

  it('makes a point of each row', () => {
    const [made] = apply(cities, { type: 'prepare' }).frames
    expect(columnOf(made, 'Point')).toEqual([
      { type: 'Point', coordinates: [13.405, 52.52] },
      null,
      { type: 'Point', coordinates: [2.3522, 48.8566] },
    ])
  })

  it('reads geohashes, and GeoJSON, too', () => {
    const [made] = apply(cities, { type: 'prepare', place: { type: 'geohash', field: 'to' } }).frames
    const [first, second] = columnOf(made, 'Point')
    expect(first).toEqual({
      type: 'Point',
      coordinates: [expect.closeTo(2.3522, 3) as number, expect.closeTo(48.8566, 3) as number],
    })
    expect(second).toBeNull()
    const again = apply(made!, { type: 'heading', place: { type: 'geometry', field: 'Point' } }).frames[0]
    expect(columnOf(again, 'heading')).toHaveLength(3)
  })

  it('measures distances and headings', () => {
    const target = { type: 'geohash', field: 'to' }
    const [far] = apply(cities, { type: 'distance', target }).frames
    expect(columnOf(far, 'distance')).toEqual([expect.closeTo(877_458, 0), NaN, expect.closeTo(876_000, -3)])
    expect(far!.fields.get('distance')!.meta).toEqual({ unit: 'lengthm' })
    const [made] = apply(cities, { type: 'heading' }).frames
    // From Berlin to Paris it is west by south.
    expect(columnOf(made, 'heading')).toEqual([expect.closeTo(246.5, 0), NaN, expect.closeTo(246.5, 0)])
  })

  it('measures areas without their holes', () => {
    const ring = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ]
    const shapes = defineTable({ geometry: json() }).fromRows([
      { geometry: { type: 'Polygon', coordinates: [ring(0, 1)] } },
      {
        geometry: {
          type: 'Feature',
          geometry: { type: 'MultiPolygon', coordinates: [[ring(0, 1), ring(0.25, 0.75)]] },
        },
      },
      { geometry: { type: 'Point', coordinates: [1, 1] } },
    ])
    // A degree of the equator is 111.195 km, of such a ball.
    const whole = 111_195 ** 2
    const near = (share: number) => expect.closeTo(share, 3) as number
    const areas = columnOf(apply(shapes, { type: 'area' }).frames[0], 'area').map((area) => Number(area) / whole)
    expect(areas).toEqual([near(1), near(0.75), NaN])
  })

  it('makes lines', () => {
    const [line] = apply(cities, { type: 'line' }).frames
    expect(rowsOf(line)).toEqual([
      {
        Line: {
          type: 'LineString',
          coordinates: [
            [13.405, 52.52],
            [2.3522, 48.8566],
          ],
        },
      },
    ])
    const [lines] = apply(cities, { type: 'lineBuilder', target: { type: 'geohash', field: 'to' } }).frames
    expect(columnOf(lines, 'Line')[1]).toBeNull()
    expect(columnOf(lines, 'Line')[0]).toMatchObject({ type: 'LineString' })
  })

  it('says which field is not there', () => {
    const { frames, notices } = apply(cities, { type: 'area', field: 'shape' })
    expect(frames).toEqual([cities])
    expect(notices.map(({ text: said }) => said)).toEqual(['Field "shape" is not there: the frame stays as it is.'])
  })
})
