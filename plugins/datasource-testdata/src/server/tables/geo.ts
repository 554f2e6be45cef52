import { defineTable, number, text, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Geo } from '../../query/tables.ts'
import { Dice } from '../dice.ts'

const cities: readonly (readonly [name: string, latitude: number, longitude: number])[] = [
  ['Berlin', 52.52, 13.4],
  ['Tokyo', 35.68, 139.69],
  ['São Paulo', -23.55, -46.63],
  ['Nairobi', -1.29, 36.82],
  ['Sydney', -33.87, 151.21],
  ['New York', 40.71, -74.01],
  ['Mumbai', 19.08, 72.88],
  ['Reykjavík', 64.15, -21.94],
  ['Cairo', 30.04, 31.24],
  ['Singapore', 1.35, 103.82],
  ['Toronto', 43.65, -79.38],
  ['Lagos', 6.52, 3.38],
  ['Santiago', -33.45, -70.67],
  ['Seoul', 37.57, 126.98],
  ['Lisbon', 38.72, -9.14],
  ['Auckland', -36.85, 174.76],
  ['Honolulu', 21.31, -157.86],
  ['Anchorage', 61.22, -149.9],
  ['Cape Town', -33.92, 18.42],
  ['Suva', -18.14, 178.44],
]

const Places = defineTable({
  name: text({ displayName: 'City' }),
  latitude: number({ displayName: 'Latitude' }),
  longitude: number({ displayName: 'Longitude' }),
  value: number({ displayName: 'Requests', unit: 'reqps' }),
})

export function geo({ query, refId, budget }: QueryRequest<Geo>): readonly Frame[] {
  const { rows = cities.length, seed = DEFAULT_SEED } = query
  const dice = new Dice(seed)
  const shown = cities.slice(0, Math.min(rows, budget.maxRows))
  return [
    Places.fromRows(
      shown.map(([name, latitude, longitude], i) => ({ name, latitude, longitude, value: dice.below(1000, i) })),
      { refId },
    ),
  ]
}
