import type { PanelSpec } from '@orrery/dashboard'
import { EXPRESSIONS } from '@orrery/query'
import { expect, it } from 'vitest'
import { problemsOf } from './problems.ts'
import { renameQuery, usersOf } from './rename-query.ts'

const plain = { refId: 'A', datasource: 'prometheus', query: { expr: 'up' } }
const math = (refId: string, expression: string) => ({
  refId,
  datasource: EXPRESSIONS,
  query: { type: 'math', expression },
})
const panel: PanelSpec = {
  type: 'table',
  title: '',
  options: {},
  queries: [plain, math('B', '$A * 2'), math('C', '$B')],
  transformations: [{ type: 'limit', options: {}, refIds: ['B', 'A'] }],
  fieldConfig: { defaults: {}, overrides: [{ matcher: { type: 'byFrameRefID', refId: 'A' }, properties: {} }] },
}

it('renames a query wherever the panel names it', () => {
  const { queries, transformations, fieldConfig } = renameQuery(panel, 'A', 'Up')
  expect(queries.map(({ refId, query }) => [refId, query['expression']])).toEqual([
    ['Up', undefined],
    ['B', '$Up * 2'],
    ['C', '$B'],
  ])
  expect(transformations![0]!.refIds).toEqual(['B', 'Up'])
  expect(fieldConfig!.overrides[0]!.matcher).toEqual({ type: 'byFrameRefID', refId: 'Up' })
})

it('knows what calculates with a query', () => {
  expect([usersOf('A', panel.queries), usersOf('C', panel.queries)]).toEqual([['B'], []])
})

it('says what is wrong with an expression, and where', () => {
  const queries = [plain, math('B', '1 + $Gone'), math('C', '$A +'), math('D', '$rate * $A')]
  const found = problemsOf(queries, (name) => name === 'rate')
  expect([...found].map(([refId, [problem]]) => [refId, problem!.code, problem!.at])).toEqual([
    ['B', 'EXPRESSION_REF_UNKNOWN', { from: 4, to: 9 }],
    ['C', 'EXPRESSION_SYNTAX', { from: 4, to: 5 }],
  ])
})
