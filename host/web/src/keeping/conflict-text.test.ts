import type { DashboardSpec } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { conflictPlace } from './conflict-text.ts'

const spec: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  panels: { cpu: { type: 'stat', title: 'Load', queries: [], options: {} } },
  libraryPanels: { disk: { library: 'disks', title: 'Disks' } },
  layout: { type: 'grid', items: [] },
}

it.each([
  [['metadata', 'title'], 'Title'],
  [['spec', 'time', 'from'], 'Time › From'],
  [['spec', 'panels', 'cpu'], 'Panel Load'],
  [['spec', 'panels', 'cpu', 'title'], 'Panel Load › Title'],
  [['spec', 'libraryPanels', 'disk', 'library'], 'Panel Disks › Library panel'],
  [['spec', 'panels', 'gone', 'options', 'legend'], 'Panel gone › legend'],
  [['spec', 'panels', 'cpu', 'queries', 'A', 'query', 'expr'], 'Panel Load › Query A: expr'],
  [['spec', 'variables', 'job', 'label'], 'Variable job › Label'],
  [['spec', 'annotations', 'Deploys'], 'Annotation Deploys'],
])('tells %j in words', (path, words) => {
  expect(conflictPlace(path, [spec])).toBe(words)
})
