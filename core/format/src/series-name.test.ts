import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fillLabels, seriesNames } from './index.ts'

const labelled = (...sets: Record<string, string>[]) => sets.map((labels) => ({ labels }))

describe('seriesNames', () => {
  it('leaves out the labels that all series share', () => {
    expect(
      seriesNames(
        labelled(
          { __name__: 'up', job: 'node', instance: 'a', zone: '1' },
          { __name__: 'up', job: 'node', instance: 'b', zone: '1' },
          { __name__: 'up', job: 'node', instance: 'b', zone: '2' },
        ),
      ),
    ).toEqual(['up{instance="a", zone="1"}', 'up{instance="b", zone="1"}', 'up{instance="b", zone="2"}'])
  })

  it('shows the value alone where one label is all that differs', () => {
    expect(seriesNames(labelled({ job: 'a', mode: 'idle' }, { job: 'a', mode: 'user' }))).toEqual(['idle', 'user'])
  })

  it('names a lone series by its metric, else by its labels', () => {
    expect(seriesNames(labelled({ __name__: 'up', job: 'node' }))).toEqual(['up'])
    expect(seriesNames(labelled({ job: 'no"de' }))).toEqual(['{job="no\\"de"}'])
    expect(seriesNames(labelled({}))).toEqual(['{}'])
    expect(seriesNames([])).toEqual([])
  })

  it('prefers the name that is given to the metric', () => {
    expect(seriesNames([{ name: 'load', labels: { __name__: 'node_load1' } }])).toEqual(['load'])
  })

  it('tells names apart before labels', () => {
    const series = [
      { name: 'read', labels: { disk: 'a' } },
      { name: 'write', labels: { disk: 'a' } },
      { name: 'write', labels: { disk: 'b' } },
    ]
    expect(seriesNames(series)).toEqual(['read{disk="a"}', 'write{disk="a"}', 'write{disk="b"}'])
  })

  it('fills a template', () => {
    const sets = labelled({ job: 'web', code: '200' }, { job: 'web' })
    expect(seriesNames(sets, { template: '{{ job }} {{code}}!' })).toEqual(['web 200!', 'web !'])
    expect(fillLabels('{{toString}}{{ a b }}', { 'a b': '$&' })).toBe('$&')
  })

  it('numbers names that are there twice', () => {
    const sets = labelled({ job: 'a' }, { job: 'a' }, { job: 'a (2)' }, { job: 'a' })
    expect(seriesNames(sets, { template: '{{job}}' })).toEqual(['a', 'a (3)', 'a (2)', 'a (4)'])
  })

  it('gives every series its own name', () => {
    const value = fc.constantFrom('', 'a', 'b', 'a (2)', '__proto__')
    const labels = fc.dictionary(fc.constantFrom('__name__', 'job', '__proto__', 'toString'), value)
    fc.assert(
      fc.property(fc.array(fc.record({ labels })), (series) => {
        const names = seriesNames(series)
        expect(names).toHaveLength(series.length)
        expect(new Set(names).size).toBe(series.length)
        expect(names).not.toContain('')
      }),
    )
  })

  it('reads each label a bounded number of times', () => {
    const readsOf = (count: number) => {
      let reads = 0
      const counted = (labels: Record<string, string>) =>
        new Proxy(labels, {
          get: (target, key) => (reads++, Reflect.get(target, key)),
        })
      const series = Array.from({ length: count }, (_, index) => ({
        labels: counted({ __name__: 'up', job: `job ${index % 7}`, instance: `host ${index}`, zone: 'eu' }),
      }))
      seriesNames(series)
      return reads
    }
    expect(readsOf(2000)).toBeLessThanOrEqual(2000 * 4 * 4)
    expect(readsOf(4000) / readsOf(2000)).toBeCloseTo(2, 1)
  })
})
