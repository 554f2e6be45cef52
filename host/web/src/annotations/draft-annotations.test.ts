import type { DashboardSpec } from '@orrery/dashboard'
import type { AdhocFilter } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { draftAnnotations } from './draft-annotations.ts'

const deploys = { type: 'query', name: 'deploys', datasource: 'prom', query: { expr: 'deployed' } } as const
const filters: AdhocFilter[] = [{ key: 'job', operator: '=', values: ['api'] }]
// Of a dashboard only annotations and variables are read.
const toSpec = (annotations: DashboardSpec['annotations'], variables: DashboardSpec['variables'] = []) =>
  ({ annotations, variables }) as unknown as DashboardSpec
const draftOf = (spec: DashboardSpec, saved: DashboardSpec) =>
  draftAnnotations('deploys', { spec, saved, filters: { where: filters }, scope: {} })

it('is a draft as long as the host knows another query, or other variables', () => {
  const saved = toSpec([deploys])
  const shown = { ...deploys, color: 'red', hidden: true, panels: { include: ['cpu'] } }
  expect(draftOf(toSpec([shown]), saved)).toBeUndefined()
  expect(draftOf(toSpec([{ type: 'own', name: 'deploys' }]), saved)).toBeUndefined()
  const other = { ...deploys, query: { expr: 'up' } }
  expect(draftOf(toSpec([other]), saved)).toMatchObject({ datasource: 'prom', query: { expr: 'up' } })
  expect(draftOf(toSpec([deploys]), toSpec([]))).toMatchObject({ query: { expr: 'deployed' } })
  expect(draftOf(toSpec([deploys], [{ type: 'text', name: 'a', default: '' }]), saved)).toBeDefined()
})

it('is narrowed down by the filters of its datasource', () => {
  const where = { type: 'filters', name: 'where', datasource: 'prom' } as const
  const draft = draftOf(toSpec([deploys], [where]), toSpec([]))!
  expect([draft.filtersOf('prom'), draft.filtersOf('other')]).toEqual([filters, []])
})
