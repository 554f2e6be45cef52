import { describe, expect, it } from 'vitest'
import { placeFinder } from './gazetteer.ts'

describe('placeFinder', () => {
  it.each([
    ['countries', 250, /^[A-Z]{2}$/],
    ['usStates', 52, /^[A-Z]{2}$/],
  ] as const)('knows the places of %s, on the globe, each by its code', (list, count, code) => {
    const find = placeFinder(list)
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    const all = letters.flatMap((a) => letters.flatMap((b) => find(a + b) ?? []))
    const own = new Set(all)
    expect(own.size).toBe(count)
    for (const place of own) {
      expect(place.id).toMatch(code)
      expect(find(place.name)).toBe(place)
      expect(find(place.id)).toBe(place)
      expect(Math.abs(place.latitude)).toBeLessThan(90)
      expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180)
    }
  })
})
