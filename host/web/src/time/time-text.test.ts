import { expect, it } from 'vitest'
import { rangeTitle, readEdited, toEditable } from './time-text.ts'

const ZONE = 'Europe/Berlin'
const MOMENT = { now: Date.now(), calendar: { zone: ZONE } }
const noon = String(Date.parse('2026-01-15T12:00:00+01:00'))
const one = String(Date.parse('2026-01-15T13:00:00+01:00'))

it('names a range in words, and an absolute one by its ends in the zone', () => {
  expect(rangeTitle({ from: 'now-90m', to: 'now' }, ZONE)).toBe('Last 90 minutes')
  expect(rangeTitle({ from: noon, to: one }, ZONE)).toBe('2026-01-15 12:00:00 to 13:00:00')
  expect(rangeTitle({ from: noon, to: one }, 'America/New_York')).toBe('2026-01-15 06:00:00 to 07:00:00')
  expect(rangeTitle({ from: String(Number(noon) - 86_400_000), to: one }, ZONE)).toBe(
    '2026-01-14 12:00:00 to 2026-01-15 13:00:00',
  )
})

it('gives ends to edit that are read as the same times', () => {
  const ends = [toEditable(noon, ZONE), toEditable(one, ZONE)] as const
  expect(ends).toEqual(['2026-01-15 12:00:00', '2026-01-15 13:00:00'])
  expect(readEdited(...ends, MOMENT)).toEqual({ time: { from: noon, to: one } })
  expect(toEditable('now-1h', ZONE)).toBe('now-1h')
  expect(readEdited('now-1h', 'now', MOMENT)).toEqual({ time: { from: 'now-1h', to: 'now' } })
})

it('takes a date without a time for the whole day at the end of a range', () => {
  const day = { from: Date.parse('2026-01-15T00:00:00+01:00'), to: Date.parse('2026-01-16T00:00:00+01:00') - 1 }
  expect(readEdited('2026-01-15', '2026-01-15', MOMENT)).toEqual({
    time: { from: String(day.from), to: String(day.to) },
  })
})

it('says at which end something is wrong', () => {
  expect(readEdited('soon', 'now', MOMENT)).toEqual({ fromProblem: expect.stringContaining('"soon" is not a time') })
  expect(readEdited('now', '2026-02-30', MOMENT)).toEqual({ toProblem: expect.stringContaining('not a time') })
  expect(readEdited('now', 'now-1h', MOMENT)).toEqual({
    toProblem: 'The range ends before it begins. Swap both ends.',
  })
})
