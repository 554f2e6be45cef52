import { describe, expect, it } from 'vitest'
import { gridOf, scrapeMsOf, stepVariables } from './step.ts'

const scrape = { intervalMs: 10_000, scrapeMs: 15_000 }
const hour = { from: 0, to: 3_600_000 }

describe('the grid', () => {
  it('aligns both ends to the step, so that a refresh asks for the same points', () => {
    expect(gridOf({ from: 61_500, to: 121_999 }, scrape)).toEqual({ from: 60_000, to: 120_000, stepMs: 15_000 })
  })

  it('widens the step where Prometheus would refuse more than 11,000 points', () => {
    const { stepMs, from, to } = gridOf({ from: 0, to: 30 * 86_400_000 }, { intervalMs: 1000, scrapeMs: 1000 })
    expect((to - from) / stepMs).toBeLessThanOrEqual(11_000)
  })

  it.each([
    ['is the interval where that is longer', { intervalMs: 60_000 }, 60_000],
    ['is never finer than the scrape interval', { intervalMs: 1000 }, 15_000],
    ['is never finer than the min step, which may be below the scrape interval', { minStep: '5s' }, 10_000],
    ['takes a min step that is longer', { minStep: '2m' }, 120_000],
    ['takes so many intervals as the resolution says', { intervalMs: 20_000, resolution: 3 }, 60_000],
    ['has whole seconds from one on', { intervalMs: 15_400 }, 16_000],
    ['is below a second where the settings ask for it', { intervalMs: 200, minStep: '400ms' }, 400],
  ])('has a step that %s', (_, options, stepMs) => {
    expect(gridOf(hour, { ...scrape, ...options }).stepMs).toBe(stepMs)
  })
})

// https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-__rate_interval
describe('the window of a rate', () => {
  it.each([
    // step, scrape interval, min step: max(step + sample interval, 4 * sample interval)
    ['15s', '15s', undefined, '60s'],
    ['30s', '15s', undefined, '60s'],
    ['60s', '15s', undefined, '75s'],
    ['300s', '15s', undefined, '315s'],
    ['60s', '60s', undefined, '240s'],
    ['60s', '15s', '30s', '120s'],
    ['120s', '15s', '60s', '240s'],
    ['300s', '15s', '60s', '360s'],
  ])('at a step of %s with scrapes every %s and a min step of %s is %s', (step, scrapeText, minStep, expected) => {
    const stepMs = scrapeMsOf(step)
    const options = { intervalMs: stepMs, scrapeMs: scrapeMsOf(scrapeText), minStep }
    expect(stepVariables(hour, stepMs, options)).toMatchObject({
      __rate_interval: expected,
      __interval: step,
      __interval_ms: String(stepMs),
    })
  })

  it('has no scrape interval of zero', () => {
    expect([scrapeMsOf(), scrapeMsOf('0s'), scrapeMsOf('nonsense')]).toEqual([15_000, 15_000, 15_000])
  })
})

it('gives the range in each form', () => {
  expect(stepVariables({ from: 500, to: 90_700 }, 15_000, scrape)).toMatchObject({
    __range: '90s',
    __range_s: '90',
    __range_ms: '90200',
  })
})
