import type { AdhocFilter } from '@orrery/query'
import { expect, it } from 'vitest'
import { toBatch, type DraftAnnotations, type DraftPanel, type PanelBatchOptions } from './panel-batch.ts'
import type { QueryContext } from './panel-queries.ts'

const filter: AdhocFilter = { key: 'env', operator: '=', values: ['prod'] }
const context: QueryContext = {
  dashboard: { id: 'cpu', revision: 'r1' },
  range: { from: 0, to: 1000 },
  timeZone: 'UTC',
  valuesOf: () => ({ host: 'a' }),
  scopeOf: () => ({ host: 'a', jobs: { value: ['x', 'y'], text: ['X', 'Y'] }, __from: '0' }),
  filters: { Filters: [filter] },
  live: true,
}
const query = (refId: string, more: object = {}) => ({ refId, datasource: 'prom', query: { expr: refId }, ...more })
const drafts: Readonly<Record<string, DraftPanel | DraftAnnotations>> = {
  load: { queries: [query('A'), query('B', { hidden: true })], shift: '1d', filtersOf: () => [filter] },
  text: { queries: [], filtersOf: () => [] },
  'annotations:new': {
    datasource: 'prom',
    query: { expr: 'up' },
    purpose: 'annotations',
    filtersOf: () => [filter],
  },
  'annotations:empty': { datasource: 'prom', query: {}, purpose: 'annotations', filtersOf: () => [] },
}
const options: PanelBatchOptions = {
  context,
  widthOf: () => 300,
  since: () => ({}),
  draftOf: (panel) => drafts[panel],
}

it('asks for saved panels and annotations by reference', () => {
  expect(toBatch(['cpu', 'annotations:deploys'], options)).toMatchObject({
    dashboard: { id: 'cpu', revision: 'r1' },
    live: true,
    filters: context.filters,
    items: [
      { type: 'panel', panel: 'cpu' },
      { type: 'annotations', name: 'deploys' },
    ],
  })
})

it('sends the shown queries of a draft as they stand, of no dashboard, with the values of variables', () => {
  expect(toBatch(['load'], options)).toEqual({
    range: context.range,
    timeZone: 'UTC',
    scope: { host: { value: 'a' }, jobs: { value: ['x', 'y'], text: ['X', 'Y'] } },
    items: [{ type: 'draftPanel', id: 'load', width: 300, queries: [query('A', { filters: [filter] })], shift: '1d' }],
  })
})

it('sends the transformations of a draft, and hidden queries where an expression may need them', () => {
  const steps = [{ type: 'limit', options: { limit: 1 } }]
  const sum = { refId: 'C', datasource: '$__expression', query: { type: 'math', expression: '$A + $B' } }
  const asked = (...queries: DraftPanel['queries']) =>
    toBatch(['p'], { ...options, draftOf: () => ({ queries, transformations: steps, filtersOf: () => [] }) })?.items
  const hidden = query('B', { hidden: true })
  expect(asked(query('A'), hidden)).toMatchObject([{ queries: [query('A')], transformations: steps }])
  expect(asked(query('A'), hidden, sum)).toMatchObject([{ queries: [query('A'), hidden, sum] }])
  expect(asked(hidden, { ...sum, hidden: true })).toBeUndefined()
})

it('sends annotations of a draft as the query that they are', () => {
  expect(toBatch(['annotations:new'], options)?.items).toEqual([
    {
      type: 'draft',
      id: 'annotations:new',
      refId: 'annotations',
      datasource: 'prom',
      query: { expr: 'up' },
      purpose: 'annotations',
      filters: [filter],
      width: 300,
    },
  ])
})

it('asks nothing for drafts without queries', () => {
  expect(toBatch(['text', 'annotations:empty'], options)).toBeUndefined()
})

it('says how the times of drafts are read, and leaves those of saved panels to their dashboard', () => {
  const reading = { fiscalYearStartMonth: 4, nowDelay: '1m' } as const
  const read = { ...options, context: { ...context, reading } }
  expect(toBatch(['load'], read)).toMatchObject({ reading })
  expect(toBatch(['cpu'], read)).not.toHaveProperty('reading')
})
