import { expect, it } from 'vitest'
import { toBatch } from './panel-batch.ts'

const context = {
  dashboard: { id: 'cpu', revision: 'r1' },
  range: { from: 0, to: 1000 },
  timeZone: 'UTC',
  variables: { host: 'a', jobs: ['x', 'y'] },
  filters: { Filters: [{ key: 'env', operator: '=' as const, value: 'prod' }] },
  live: true,
}
const query = (refId: string) => ({ refId, datasource: 'prom', query: { expr: refId } })
const drafts: Readonly<Record<string, ReturnType<typeof query>[]>> = { load: [query('A'), query('B')], text: [] }
const options = { context, widthOf: () => 300, since: () => ({}), draftOf: (panel: string) => drafts[panel] }

it('asks for saved panels and annotations by reference', () => {
  const { batch } = toBatch(['cpu', 'annotations:deploys'], options)
  expect(batch).toMatchObject({
    dashboard: { id: 'cpu', revision: 'r1' },
    live: true,
    filters: context.filters,
    items: [
      { type: 'panel', panel: 'cpu' },
      { type: 'annotations', name: 'deploys' },
    ],
  })
})

it('sends the queries of a draft as they stand, of no dashboard, with the values of variables', () => {
  const { batch, panelOf, open } = toBatch(['load'], options)
  expect(batch).toEqual({
    range: context.range,
    timeZone: 'UTC',
    variables: { host: 'a', jobs: ['x', 'y'] },
    items: ['A', 'B'].map((refId) => ({ type: 'draft', id: `load/${refId}`, width: 300, ...query(refId) })),
  })
  expect(panelOf('load/B')).toBe('load')
  expect([open.end('load/B'), open.end('load/A')]).toEqual([false, true])
})

it('asks nothing for drafts without queries', () => {
  expect(toBatch(['text'], options).batch).toBeUndefined()
})
