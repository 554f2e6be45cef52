import type { ResourceSummary } from '@orrery/api'
import { expect, it } from 'vitest'
import { findRows, usagesText } from './library-row.ts'

const row = (id: string, title: string, more: Partial<ResourceSummary> = {}): ResourceSummary => ({
  id,
  title,
  type: 'stat',
  usages: 0,
  revision: 'r',
  updatedAt: '2026-11-22T10:00:00.000Z',
  updatedBy: 'user:ada',
  ...more,
})

it('finds panels by every word, in title, description, id or type', () => {
  const rows = [row('load', 'Load of all'), row('mem', 'Memory', { description: 'Of all hosts' })]
  const found = (search: string) => findRows(rows, search).map(({ id }) => id)
  expect([found(''), found('of ALL'), found('hosts mem'), found('stat load'), found('disk')]).toEqual([
    ['load', 'mem'],
    ['load', 'mem'],
    ['mem'],
    ['load'],
    [],
  ])
})

it('says on how many dashboards one is shown', () => {
  expect([0, 1, 2].map(usagesText)).toEqual(['shown on no dashboard', 'shown on 1 dashboard', 'shown on 2 dashboards'])
})
