import { checkResource } from '@orrery/resource'
import { describe, expect, it } from 'vitest'

import { checkDashboard, checkLibraryPanel, dashboardProblems } from './check.ts'
import { Dashboard, type DashboardSpec } from './dashboard.ts'
import type { GridItem } from './layout/grid.ts'
import type { Section, TabsLayout } from './layout/layout.ts'
import type { PanelSpec } from './panel-spec.ts'
import { Folder } from './folder.ts'

const panel: PanelSpec = {
  type: 'timeseries',
  title: 'CPU',
  queries: [
    { refId: 'A', datasource: 'prom', query: { expr: 'up' } },
    { refId: 'B', datasource: 'prom', query: { expr: 'up' } },
  ],
  options: {},
}
const sound: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  variables: [
    { type: 'choice', name: 'job', options: [{ value: 'api' }], default: 'api' },
    { type: 'text', name: 'path', pattern: '[a-z]*', default: '' },
  ],
  panels: { cpu: panel, memory: panel },
  layout: {
    type: 'grid',
    items: [
      { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
      { panel: 'memory', x: 12, y: 0, w: 12, h: 8 },
    ],
  },
}
const filtersOf = (filter: object) => ({ type: 'filters', name: 'where', datasource: 'prom', default: [filter] })
const deploys = { type: 'query' as const, name: 'deploys', datasource: 'prom', query: { expr: 'deployed' } }
const place = (id: string, x: number, y: number, w: number, h: number) => ({ panel: id, x, y, w, h })
const withLayout = (...items: GridItem[]): DashboardSpec => ({
  ...sound,
  layout: { type: 'grid', items },
})

const section = (id: string, ...items: GridItem[]): Section => ({ id, title: id, layout: { type: 'grid', items } })
const tabsOf = (...sections: Section[]): TabsLayout => ({ type: 'tabs', sections })

describe('dashboardProblems', () => {
  it('finds nothing wrong with a sound dashboard', () => {
    expect(dashboardProblems(sound)).toEqual([])
  })

  it('lets what is inside a section depend on its variables', () => {
    const item: GridItem = { ...place('cpu', 0, 0, 4, 4), repeat: { variable: 'pod', direction: 'right' } }
    const inner: Section = { ...section('b', item), repeat: 'pod' }
    const outer: Section = {
      id: 'a',
      title: '',
      variables: [{ type: 'text', name: 'pod', default: '' }],
      layout: { type: 'rows', sections: [inner] },
    }
    expect(dashboardProblems({ ...sound, layout: tabsOf(outer) })).toEqual([])
  })

  it.each<[string, DashboardSpec, { path: string; message: string }[]]>([
    [
      'a panel that does not exist',
      withLayout(place('disk', 0, 0, 4, 4), place('constructor', 4, 0, 4, 4)),
      [
        { path: '/layout/items/0', message: 'shows panel "disk", which does not exist' },
        { path: '/layout/items/1', message: 'shows panel "constructor", which does not exist' },
      ],
    ],
    [
      'a panel that is shown twice',
      withLayout(place('cpu', 0, 0, 4, 4), place('cpu', 4, 0, 4, 4)),
      [{ path: '/layout/items/1', message: 'shows panel "cpu" again' }],
    ],
    [
      'an item that leaves the grid',
      withLayout(place('cpu', 20, 0, 5, 4)),
      [{ path: '/layout/items/0', message: 'ends in column 25 of 24' }],
    ],
    [
      'items that lie over each other',
      withLayout(place('cpu', 0, 0, 12, 8), place('memory', 11, 7, 4, 4)),
      [{ path: '/layout/items/1', message: 'lies over item 0' }],
    ],
    [
      'sections that contradict themselves',
      { ...sound, layout: tabsOf(section('a', place('cpu', 0, 0, 4, 4)), section('a', place('cpu', 0, 0, 4, 4))) },
      [
        { path: '/layout/sections/1/id', message: 'is "a" again, which names another section' },
        { path: '/layout/sections/1/layout/items/0', message: 'shows panel "cpu" again' },
      ],
    ],
    [
      'repeats and conditions of variables that are not there',
      {
        ...sound,
        layout: tabsOf({
          ...section('a', { ...place('cpu', 0, 0, 4, 4), repeat: { variable: 'zone', direction: 'down' } }),
          repeat: 'pod',
          showIf: {
            show: true,
            match: 'all',
            rules: [
              { type: 'variable', variable: 'zone', operator: 'equals', value: 'a' },
              { type: 'variable', variable: 'job', operator: 'matches', value: '(' },
            ],
          },
          variables: [{ type: 'text', name: 'pod', default: '' }],
        }),
      },
      [
        { path: '/layout/sections/0', message: 'repeats by variable "pod", which does not exist' },
        { path: '/layout/sections/0', message: 'depends on variable "zone", which does not exist' },
        { path: '/layout/sections/0', message: 'depends on "(", which is no regular expression' },
        { path: '/layout/sections/0/layout/items/0', message: 'repeats by variable "zone", which does not exist' },
      ],
    ],
    [
      'a name that two variables have',
      { ...sound, variables: [...sound.variables!, { type: 'text', name: 'job', default: '' }] },
      [{ path: '/variables/2/name', message: 'is "job" again, which names another variable' }],
    ],
    [
      'a name that is built in',
      { ...sound, variables: [{ type: 'text', name: '__interval', default: '' }] },
      [{ path: '/variables/0/name', message: 'is "__interval", but names that begin with __ are built in' }],
    ],
    [
      'a default that the variable does not admit',
      {
        ...sound,
        variables: [
          { type: 'choice', name: 'job', options: [{ value: 'api' }], default: 'web' },
          { type: 'text', name: 'path', pattern: '/.*', default: 'none' },
        ],
      },
      [
        { path: '/variables/0/default', message: 'is not a value that variable "job" admits' },
        { path: '/variables/1/default', message: 'is not a value that variable "path" admits' },
      ],
    ],
    [
      'a name that two annotations have',
      { ...sound, annotations: [deploys, { ...deploys, color: 'red' }] },
      [{ path: '/annotations/1/name', message: 'is "deploys" again, which names other annotations' }],
    ],
    [
      'a name that two queries of a panel have',
      { ...sound, panels: { ...sound.panels, cpu: { ...panel, queries: [...panel.queries, panel.queries[0]!] } } },
      [{ path: '/panels/cpu/queries/2/refId', message: 'is "A" again, which names another query of the panel' }],
    ],
  ])('finds %s', (_, spec, problems) => {
    expect(dashboardProblems(spec)).toEqual(problems)
  })
})

describe('what is made of answers', () => {
  const math = (refId: string, expression: string) => ({
    refId,
    datasource: '$__expression',
    query: { type: 'math', expression },
  })
  const problemsOf = (more: object, variables: object[] = []) =>
    dashboardProblems({
      ...sound,
      variables: [...sound.variables!, ...variables],
      panels: { ...sound.panels, cpu: { ...panel, ...more } },
    } as DashboardSpec)
  const withExpressions = (...expressions: object[]) => ({ queries: [...panel.queries, ...expressions] })

  it('is sound where expressions take queries, each other and variables', () => {
    expect(problemsOf(withExpressions(math('C', '$A / $B'), math('D', '$C * $path')))).toEqual([])
  })

  it.each([
    ['a query that is not there', math('C', '$X'), '/query', /takes "X"/],
    ['itself', math('C', '$C + 1'), '/query', /of itself/],
    ['text that cannot be read', math('C', '$A +'), '/query', /character/],
    ['a kind that there is not', { ...math('C', ''), query: { type: 'poem' } }, '/query/type', /must be/],
  ])('has a problem where an expression takes %s', (_, expression, place, message) => {
    expect(problemsOf(withExpressions(expression))).toMatchObject([
      { path: `/panels/cpu/queries/2${place}`, message: expect.stringMatching(message) as string },
    ])
  })

  it('has a problem where a transformation of the host does not take its options', () => {
    const limit = (options: object, more: object = {}) => ({ transformations: [{ type: 'limit', options, ...more }] })
    expect(problemsOf(limit({ limit: 3 }))).toEqual([])
    expect(problemsOf(limit({ limit: 'all' }))).toMatchObject([{ path: '/panels/cpu/transformations/0/options/limit' }])
    expect(problemsOf(limit({ limit: '$path' }))).toEqual([])
    expect(problemsOf(limit({ limit: 'all' }, { version: 7 }))).toEqual([])
    expect(problemsOf({ transformations: [{ type: 'of-a-plugin', options: { any: 1 } }] })).toEqual([])
  })

  it.each([
    ['shows a query that is not there', { show: 'C' }, '/show'],
    ['has two queries of one name', { queries: [...panel.queries, panel.queries[0]] }, '/queries/2/refId'],
    ['has an expression that cannot be calculated', { queries: [math('A', '$B')] }, '/queries/0/query'],
    ['has no queries', { queries: undefined }, '/queries'],
  ])('has a problem where a variable by expression %s', (_, more, place) => {
    const query = { queries: panel.queries, show: 'A', ...more }
    const variable = { type: 'query', name: 'hosts', datasource: '$__expression', query }
    expect(problemsOf({}, [{ ...variable, query: { queries: panel.queries, show: 'B' } }])).toEqual([])
    expect(problemsOf({}, [variable])).toMatchObject([{ path: `/variables/2/query${place}` }])
  })

  it('has a problem in a panel of the library, too', () => {
    const body = {
      apiVersion: 'orrery.dev/v1',
      kind: 'library-panel',
      namespace: 'main',
      id: 'a',
      metadata: { title: 'A' },
      spec: { ...panel, ...withExpressions(math('C', '$D')) },
    }
    // A variable of some dashboard may be called so.
    expect(() => checkLibraryPanel(body)).not.toThrow()
    const wrong = { ...body, spec: { ...panel, ...withExpressions(math('C', '$')) } }
    expect(() => checkLibraryPanel(wrong)).toThrow(expect.objectContaining({ code: 'RESOURCE_INVALID' }))
  })
})

describe('checkDashboard', () => {
  it('names every place', () => {
    const spec = withLayout(place('disk', 0, 0, 4, 4), place('cpu', 23, 0, 4, 4))
    expect(() => checkDashboard(spec)).toThrow(
      expect.objectContaining({
        code: 'DASHBOARD_INVALID',
        status: 400,
        message:
          'The dashboard contradicts itself: /layout/items/0 shows panel "disk", which does not exist; ' +
          '/layout/items/1 ends in column 27 of 24. Correct these places and save again.',
      }),
    )
  })
})

describe('the kinds', () => {
  const envelope = { namespace: 'main', id: 'a', metadata: { title: 'A' } }

  it('take a dashboard and a folder', () => {
    const dashboard = { ...envelope, apiVersion: 'orrery.dev/v1', kind: 'dashboard', spec: sound }
    expect(checkResource(Dashboard, dashboard).spec).toEqual(sound)
    const folder = { ...envelope, apiVersion: 'orrery.dev/v1', kind: 'folder', spec: { description: 'All of it' } }
    expect(checkResource(Folder, folder).spec).toEqual({ description: 'All of it' })
  })

  it.each<[string, object]>([
    ['a time that is none', { ...sound, time: { from: 'yesterday', to: 'now' } }],
    ['an id with a blank', { ...sound, panels: { 'My panel': panel } }],
    ['a variable of an unknown type', { ...sound, variables: [{ type: 'query', name: 'a' }] }],
    ['a pattern that is none', { ...sound, variables: [{ type: 'text', name: 'a', pattern: '(', default: '' }] }],
    ['a property that is not known', { ...sound, rows: [] }],
    ['annotations of no type', { ...sound, annotations: [{ name: 'deploys' }] }],
    [
      'annotations in some panels and in all but some',
      { ...sound, annotations: [{ type: 'own', name: 'own', panels: { include: ['cpu'], exclude: ['memory'] } }] },
    ],
    ['a filter without values', { ...sound, variables: [filtersOf({ key: 'job', operator: '=', values: [] })] }],
    [
      'a filter with an operator of its own',
      { ...sound, variables: [filtersOf({ key: 'job', operator: 'like', values: ['a'] })] },
    ],
    [
      'a comparison with no length of time',
      { ...sound, panels: { ...sound.panels, cpu: { ...panel, timeCompare: 'yesterday' } } },
    ],
  ])('refuse %s', (_, spec) => {
    const body = { ...envelope, apiVersion: 'orrery.dev/v1', kind: 'dashboard', spec }
    expect(() => checkResource(Dashboard, body)).toThrow(expect.objectContaining({ code: 'RESOURCE_INVALID' }))
  })
})
