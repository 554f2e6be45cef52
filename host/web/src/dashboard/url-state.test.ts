import type { DashboardSpec } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import type { LocationQuery } from 'vue-router'
import { readView, writeView } from './url-state.ts'

const spec: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  refresh: '5s',
  variables: [
    { type: 'choice', name: 'job', options: [{ value: 'api' }, { value: 'db' }], multi: true },
    { type: 'text', name: 'host', default: 'web', pattern: '[a-z-]+[0-9]*' },
    { type: 'filters', name: 'where', datasource: 'prom' },
  ],
  annotations: [
    { type: 'query', name: 'deploys', datasource: 'prom', query: {} },
    { type: 'query', name: 'alerts', datasource: 'prom', query: {}, hidden: true },
  ],
  panels: { cpu: { type: 'stat', title: 'CPU', queries: [], options: {} } },
  layout: {
    type: 'tabs',
    sections: ['a', 'b'].map((id) => ({ id, title: id, layout: { type: 'grid', items: [] } })),
  },
}
const saved = {
  time: { from: 'now-1h', to: 'now' },
  refresh: 5000,
  variables: {},
  filters: { where: [] },
  annotations: { deploys: true, alerts: false, '': true },
  annotationTags: [],
  zone: undefined,
  fullScreen: undefined,
  kiosk: undefined,
  edit: undefined,
  sections: { tabs: [], expanded: [], collapsed: [] },
}

it('is the dashboard as saved where the address says nothing', () => {
  expect(readView({}, spec)).toEqual(saved)
  expect(writeView(saved, spec)).toEqual({})
})

it('comes back as it was written', () => {
  const view = {
    time: { from: '1700000000000', to: '1700000060000' },
    refresh: undefined,
    variables: { job: ['db', 'api'], host: 'db-1' },
    filters: { where: [{ key: 'zone', operator: '=' as const, values: ['a "b"'] }] },
    annotations: { deploys: false, alerts: true, '': false },
    annotationTags: ['api', 'db'],
    zone: 'Asia/Tokyo',
    fullScreen: 'cpu@host=web',
    kiosk: 'time' as const,
    edit: undefined,
    sections: { tabs: ['b'], expanded: [], collapsed: ['a'] },
  }
  const query = {
    from: '1700000000000',
    to: '1700000060000',
    refresh: 'off',
    'var-job': ['db', 'api'],
    'var-host': 'db-1',
    'filters-where': String.raw`[{"key":"zone","operator":"=","values":["a \"b\""]}]`,
    'annotations-deploys': 'off',
    'annotations-alerts': 'on',
    annotations: 'off',
    'annotation-tags': ['api', 'db'],
    zone: 'Asia/Tokyo',
    panel: 'cpu@host=web',
    kiosk: 'time',
    tab: ['b'],
    collapsed: ['a'],
  }
  expect(writeView(view, spec)).toEqual(query)
  expect(readView(query, spec)).toEqual(view)
})

it('takes what the dashboard does not admit for not given', () => {
  const query = {
    from: 'now',
    to: 'now-1h',
    refresh: '1ms',
    'var-gone': 'x',
    'filters-where': '[{"key":"zone","operator":"like","values":[]}]',
    'annotations-gone': 'on',
    zone: 'Mars',
    panel: 'gone',
  }
  expect(readView(query, spec)).toEqual({ ...saved, refresh: undefined })
  expect(readView({ from: 'yesterday', 'var-other': 'x' }, spec)).toEqual(saved)
})

it('keeps what was chosen by key, but for defaults that the dashboard alone tells, and what is kept out', () => {
  const query = { type: 'query' as const, datasource: 'd', query: {} }
  const inner: DashboardSpec = {
    ...spec,
    variables: [...spec.variables!, { ...query, name: 'q' }, { ...query, name: 'hidden', keepOutOfAddress: true }],
    layout: {
      type: 'rows',
      sections: [
        {
          id: 'row',
          title: '',
          variables: [{ type: 'groupBy', name: 'by', datasource: 'd', default: ['job'] }],
          layout: { type: 'grid', items: [] },
        },
      ],
    },
  }
  const variables = { job: ['api'], host: 'web', q: 'first', hidden: 'x', 'row/by': [] }
  const written = { 'var-q': 'first', 'var-row/by': '' }
  const view = readView({}, inner)
  expect(writeView({ ...view, variables }, inner)).toEqual(written)
  expect(readView(written, inner).variables).toEqual({ q: 'first', 'row/by': [] })
})

it('writes the refresh in the largest whole unit', () => {
  const refresh = (ms: number) => writeView({ ...saved, refresh: ms }, spec)['refresh']
  expect([1000, 90_000, 300_000].map(refresh)).toEqual(['1s', '90s', '5m'])
})

it('keeps live in the address, for ranges that end now', () => {
  const live = { ...saved, refresh: 'live' } as const
  expect(writeView(live, spec)).toEqual({ refresh: 'live' })
  expect(readView({ refresh: 'live' }, spec)).toEqual(live)
  expect(readView({ refresh: 'live', from: '1700000000000', to: '1700000060000' }, spec).refresh).toBeUndefined()
})

it('opens the editor, a panel in it, or the settings, and fills the page with none of them', () => {
  const read = (query: LocationQuery) => {
    const { edit, fullScreen } = readView(query, spec)
    return { edit, fullScreen }
  }
  expect(read({ edit: null, panel: 'cpu' })).toEqual({ edit: { panel: 'cpu' }, fullScreen: undefined })
  expect(read({ edit: null, panel: 'gone', settings: 'general' })).toEqual({
    edit: { settings: 'general' },
    fullScreen: undefined,
  })
  const view = readView({ edit: null }, spec)
  expect(writeView(view, spec)).toEqual({ edit: null })
  expect(writeView({ ...view, edit: { settings: 'general' } }, spec)).toEqual({ edit: null, settings: 'general' })
  expect(writeView({ ...view, edit: undefined }, spec)).toEqual({})
})
