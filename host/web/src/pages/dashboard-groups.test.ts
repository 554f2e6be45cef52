import { describe, expect, it } from 'vitest'
import type { Stored } from '../api/resources.ts'
import { groupDashboards } from './dashboard-groups.ts'

const stored = (id: string, title: string, more: { folder?: string; description?: string } = {}): Stored => ({
  resource: {
    apiVersion: 'orrery.dev/v1',
    kind: 'dashboard',
    namespace: 'default',
    id,
    metadata: { title, ...(more.folder !== undefined && { folder: more.folder }) },
    spec: { ...(more.description !== undefined && { description: more.description }) },
  },
  revision: 'r',
  change: 1,
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T11:00:00.000Z',
  updatedBy: 'user:ada',
})

const dashboards = [
  stored('net', 'Network', { folder: 'infra' }),
  stored('cpu', 'CPU', { folder: 'infra', description: 'Load of all machines' }),
  stored('shop', 'Shop'),
  stored('lost', 'Lost', { folder: 'gone' }),
]
const folders = [stored('infra', 'Machines')]
const idsOf = (search: string) =>
  groupDashboards(dashboards, folders, search).map(({ title, rows }) => [title, rows.map(({ id }) => id)])

describe('the list of dashboards', () => {
  it('is by folder and title, those in no folder first', () => {
    expect(idsOf('')).toEqual([
      [undefined, ['shop']],
      ['gone', ['lost']],
      ['Machines', ['cpu', 'net']],
    ])
  })

  it('has what a row shows', () => {
    expect(groupDashboards(dashboards, folders, 'load')[0]?.rows).toEqual([
      { id: 'cpu', title: 'CPU', description: 'Load of all machines', updatedAt: Date.UTC(2026, 10, 22, 11) },
    ])
  })

  it('keeps what holds every word of a search, in any of its texts', () => {
    expect(idsOf('machines')).toEqual([['Machines', ['cpu', 'net']]])
    expect(idsOf(' LOAD cpu ')).toEqual([['Machines', ['cpu']]])
    expect(idsOf('cpu shop')).toEqual([])
  })
})
