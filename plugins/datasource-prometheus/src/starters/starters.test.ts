import { validate } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { Query } from '../options.ts'
import host from './host.ts'
import httpRed from './http-red.ts'
import { starters } from './index.ts'
import nodes from './node-exporter.ts'
import processes from './process.ts'
import prometheus from './prometheus.ts'
import rules from './rules.ts'

const makers = {
  'http-red': httpRed,
  'node-exporter': nodes,
  prometheus,
  rules,
  'orrery-host': host,
  process: processes,
}

it.each(starters.map(({ id, finds }) => [id, finds]))('finds %s by a query that is valid', (_, finds) => {
  expect(validate(Query, finds)).toMatchObject({ ok: true })
})

it('has a dashboard for every starter', () => {
  expect(Object.keys(makers)).toEqual(starters.map(({ id }) => id))
})

it.each(Object.entries(makers))('%s asks its datasource valid queries, and shows every panel once', (_, make) => {
  const { panels, layout } = make('metrics')
  if (layout.type !== 'grid') throw new Error(`it is a layout of ${layout.type}`)
  const queries = Object.values(panels).flatMap((panel) => panel.queries)
  expect(new Set(queries.map(({ datasource }) => datasource))).toEqual(new Set(['metrics']))
  expect(queries.map(({ query }) => validate(Query, query)).filter(({ ok }) => !ok)).toEqual([])
  expect(layout.items.map(({ panel }) => panel)).toEqual(Object.keys(panels))
  for (const [i, a] of layout.items.entries())
    for (const b of layout.items.slice(i + 1))
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
})
