import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Pyramid } from './pyramid.ts'

/** Numbers that look random and are the same in each run. */
function createRandom(seed: number) {
  let state = seed
  return (below = 1) => {
    state = (state * 1664525 + 1013904223) >>> 0
    return (state / 2 ** 32) * below
  }
}

type Random = ReturnType<typeof createRandom>

/** Values around zero with infinities among them, and runs of missing ones of all lengths. */
function column(random: Random, length: number): Float64Array {
  const missing = [0, 0.02, 0.4][Math.floor(random(3))]!
  const values = new Float64Array(length)
  let isMissing = false
  for (let i = 0; i < length; i++) {
    if (random() < missing) isMissing = !isMissing
    const value = random() < 0.01 ? (random() < 0.5 ? Infinity : -Infinity) : random(2) - 1
    values[i] = isMissing ? NaN : value
  }
  return values
}

const anyLength = (random: Random) => 1 + Math.floor(random(random() < 0.3 ? 9000 : 200))

/** What a pyramid must answer, found point by point. */
function byHand(values: Float64Array, from: number, to: number) {
  const present = values.subarray(from, to).filter((value) => !Number.isNaN(value))
  return {
    low: present.reduce((a, b) => Math.min(a, b), Infinity),
    high: present.reduce((a, b) => Math.max(a, b), -Infinity),
    positive: present.filter((value) => value > 0).reduce((a, b) => Math.min(a, b), Infinity),
  }
}

function indexesByHand(values: Float64Array, at: number) {
  const missing = (i: number) => Number.isNaN(values[i])
  let [next, previous, nextMissing] = [at, at, at]
  while (next < values.length && missing(next)) next++
  while (previous >= 0 && missing(previous)) previous--
  while (nextMissing < values.length && !missing(nextMissing)) nextMissing++
  return { next, previous, nextMissing }
}

/** Answers at random places that are not those found point by point. */
function wrongAnswers(pyramid: Pyramid, random: Random, questions = 30): unknown[] {
  const { values } = pyramid
  const wrong: unknown[] = []
  for (let question = 0; question < questions; question++) {
    const from = Math.floor(random(values.length + 1))
    const to = from + Math.floor(random(values.length + 1 - from))
    const at = Math.min(from, values.length - 1)
    const expected = { ...byHand(values, from, to), ...indexesByHand(values, at) }
    const answered = {
      ...pyramid.extremes(from, to, { low: 0, high: 0 }),
      positive: pyramid.lowestPositive(from, to),
      next: pyramid.next(at),
      previous: pyramid.previous(at),
      nextMissing: pyramid.nextMissing(at),
    }
    if (!isDeepStrictEqual(answered, expected)) wrong.push({ from, to, answered, expected })
  }
  return wrong
}

describe('a pyramid', () => {
  it('answers as one who looks at each point, however it is built', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = createRandom(seed)
      const pyramid = new Pyramid(column(random, anyLength(random)))
      if (seed % 2) pyramid.advance()
      else while (!pyramid.advance(1 + Math.floor(random(500))));
      expect(pyramid.isComplete).toBe(true)
      expect(wrongAnswers(pyramid, random)).toEqual([])
    }
  })

  it('answers the same while it is built', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed)
      const pyramid = new Pyramid(column(random, 3000))
      while (!pyramid.isComplete) {
        expect(wrongAnswers(pyramid, random, 3)).toEqual([])
        pyramid.advance(1 + Math.floor(random(700)))
      }
    }
  })

  it('follows a window that moves over a row and back to its front', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed)
      const window = anyLength(random)
      const all = column(random, window * 5)
      const row = new Float64Array(2 * window)
      const pyramid = new Pyramid(row.subarray(0, 0))
      let end = 0
      for (let known = 0; known < all.length;) {
        const added = Math.min(all.length - known, Math.floor(random(window / 3 + 2)))
        for (let i = 0; i < added; i++) {
          if (end === row.length) {
            row.copyWithin(0, window)
            end = window
          }
          row[end++] = all[known++]!
        }
        pyramid.append(row.subarray(Math.max(0, end - window), end), added)
        if (random() < 0.2 && pyramid.values.length > 0) expect(wrongAnswers(pyramid, random, 3)).toEqual([])
      }
      expect(pyramid.isComplete).toBe(true)
    }
  })

  it('goes on while it is not yet complete', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = createRandom(seed)
      const all = column(random, 4000)
      const pyramid = new Pyramid(all.subarray(0, 1000))
      for (let end = 1000, start = 0; end < 4000;) {
        pyramid.advance(Math.floor(random(300)))
        const added = Math.min(4000 - end, Math.floor(random(200)))
        end += added
        start = Math.min(end - 1, start + Math.floor(random(250)))
        pyramid.append(all.subarray(start, end), added)
        expect(wrongAnswers(pyramid, random, 3)).toEqual([])
      }
    }
  })

  it('starts anew with a column that cannot be the same going on', () => {
    const pyramid = new Pyramid(Float64Array.of(1, 2, 3))
    pyramid.advance()
    pyramid.append(Float64Array.of(9, 8, 7, 6, 5), 1)
    expect(pyramid.isComplete).toBe(false)
    pyramid.advance()
    expect(pyramid.extremes(0, 5, { low: 0, high: 0 })).toEqual({ low: 5, high: 9 })
  })

  it('looks at nothing but what was added', () => {
    const values = new Float64Array(10_001).fill(1)
    const pyramid = new Pyramid(values.subarray(0, 10_000))
    pyramid.advance()
    // These stand, and so must not be looked at: they would be found.
    values.fill(5, 0, 9_000)
    pyramid.append(values, 1)
    expect(pyramid.extremes(0, 9_984, { low: 0, high: 0 })).toEqual({ low: 1, high: 1 })
  })
})
