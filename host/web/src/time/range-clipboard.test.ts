// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { copyRange, parseRange, pasteRange, toClip } from './range-clipboard.ts'

const moment = { now: Date.parse('2026-05-06T07:08:09Z'), calendar: { zone: 'Europe/Berlin' } }
const from = String(Date.parse('2026-05-01T12:00:00Z'))
const to = String(Date.parse('2026-05-01T13:30:00Z'))

it('copies moments in ISO 8601, and expressions as they are', () => {
  expect(toClip({ from, to }, moment)).toBe('{"from":"2026-05-01T12:00:00.000Z","to":"2026-05-01T13:30:00.000Z"}')
  expect(toClip({ from: 'now-6h', to: 'now' }, moment)).toBe('{"from":"now-6h","to":"now"}')
})

it.each([
  '{"from":"2026-05-01T12:00:00.000Z","to":"2026-05-01T13:30:00.000Z"}',
  `{ "from": ${from}, "to": ${to}, "more": true }`,
  '2026-05-01T12:00:00Z 2026-05-01T13:30:00Z',
  '2026-05-01T12:00:00Z/2026-05-01T13:30:00Z',
  ' 2026-05-01 14:00\n2026-05-01 15:30:00 ',
  '2026-05-01 14:00 to 2026-05-01 15:30',
  '2026-05-01 14:00 - 2026-05-01 15:30',
  '2026-05-01 14:00 2026-05-01 15:30',
  `${from},${to}`,
])('reads %j', (text) => {
  expect(parseRange(text, moment)).toEqual({ from, to })
})

it.each(['now-1d/d now', 'now-1d/d, now', '{"from":"now-1d/d","to":"now"}', 'now-1d/d to now'])(
  'reads the expressions of %j',
  (text) => {
    expect(parseRange(text, moment)).toEqual({ from: 'now-1d/d', to: 'now' })
  },
)

it.each([
  '',
  'now',
  'hello world',
  'now now-1h',
  '{"from":"now-1h"}',
  '{"from":"soon","to":"now"}',
  '{"from":',
  '[1,2]',
  '2026-02-30 2026-03-01',
  `now-1h now${' '.repeat(10)}${'x'.repeat(300)}`,
])('finds no range in %j', (text) => {
  expect(parseRange(text, moment)).toBeUndefined()
})

it('says so when there is none to paste, and pastes what this page copied where nobody reads the clipboard', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
  await expect(pasteRange(moment)).rejects.toMatchObject({ code: 'RANGE_PASTE_INVALID' })
  await copyRange({ from, to }, moment)
  expect(await pasteRange(moment)).toEqual({ from, to })
})
