import { expect, it } from 'vitest'
import { toGeoText } from './geo.ts'

it.each([
  ['48.7758, 9.1829', '48.7758° N, 9.1829° E'],
  ['-13.8333,-171.75', '13.8333° S, 171.75° W'],
  ['POINT (9.18 48.78)', '48.78° N, 9.18° E'],
  ['SRID=4326;LINESTRING(0 0, 1 1, 2 0)', 'Line of 3 points'],
  ['POLYGON ((0 0, 1 0, 1 1, 0 0))', 'Area of 4 points'],
  ['{"type":"Point","coordinates":[9.18,48.78]}', '48.78° N, 9.18° E'],
  [
    {
      type: 'Feature',
      geometry: {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    },
    'Places of 2 points',
  ],
  [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] }, '2° N, 1° E'],
])('reads %o', (cell, text) => {
  expect(toGeoText(cell)).toBe(text)
})

it.each(['', 'here', '95, 200', 'POINT EMPTY', 'CIRCLE (1 2)', '{"type":', {}, null, 12, { type: 'Point' }])(
  'finds nothing of the earth in %o',
  (cell) => {
    expect(toGeoText(cell)).toBeUndefined()
  },
)

it('stops at what is nested without an end', () => {
  const cell: Record<string, unknown> = { type: 'Feature' }
  cell['geometry'] = cell
  expect(toGeoText(cell)).toBeUndefined()
})
