import type { DashboardSpec, Variable } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { isUsed, usagesOf } from './usages.ts'

const choice = (name: string, value = 'a'): Variable => ({ type: 'choice', name, options: [{ value }] })
const panel = (title: string) => ({ type: 'stat', title, queries: [], options: {} })
const at = (id: string, more: object = {}) => ({ panel: id, x: 0, y: 0, w: 12, h: 4, ...more })
const spec: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  variables: [choice('job'), choice('host', '$job-1'), choice('idle')],
  panels: { p: panel('Of $job'), q: panel('Of $job too'), r: panel('R') },
  layout: {
    type: 'rows',
    sections: [
      {
        id: 'one',
        title: 'One',
        repeat: 'host',
        layout: { type: 'grid', items: [at('p'), at('r', { y: 4, repeat: { variable: 'host', direction: 'right' } })] },
      },
      { id: 'two', title: 'Two', variables: [choice('job')], layout: { type: 'grid', items: [at('q')] } },
    ],
  },
}

it('finds who names a variable, and knows it by that name', () => {
  expect(usagesOf(spec, 'job')).toEqual({ panels: ['Of $job'], variables: ['host'], others: [] })
  expect(usagesOf(spec, 'two/job')).toEqual({ panels: ['Of $job too'], variables: [], others: [] })
  expect(usagesOf(spec, 'host')).toEqual({ panels: ['R'], variables: [], others: ['One'] })
  expect(isUsed(usagesOf(spec, 'idle'))).toBe(false)
})
