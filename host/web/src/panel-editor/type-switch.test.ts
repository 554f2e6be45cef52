import type { PanelSpec } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import type { Contributed } from '../plugins/plugin-list.ts'
import { switchType } from './type-switch.ts'

const object = (properties: object) => ({ type: 'object', properties, additionalProperties: false })
const text = (title: string) => ({ type: 'string', title })
const type = (id: string, data: object): Contributed => ({
  plugin: { id: `@acme/${id}`, version: '1', title: id, base: '', contributes: [] },
  kind: 'panel',
  id,
  title: id,
  data: { options: object({}), ...data },
})
const lines = type('lines', {
  options: object({ legend: text('Legend'), width: { type: 'number', title: 'Width' }, zoom: text('Zoom') }),
  fieldOptions: object({ fill: { type: 'number', title: 'Fill' } }),
})
const stat = type('stat', {
  options: object({ legend: text('Legend'), width: { type: 'string', title: 'Width' } }),
  version: 3,
})
const panel: PanelSpec = {
  type: 'lines',
  title: 'CPU',
  queries: [{ refId: 'A', datasource: 'd', query: {} }],
  options: { legend: 'below', width: 2, zoom: 'x' },
  fieldConfig: {
    defaults: { unit: 's', custom: { fill: 3 } },
    overrides: [
      { matcher: { type: 'byName', name: 'a' }, properties: { custom: { fill: 1 } } },
      { matcher: { type: 'byName', name: 'b' }, properties: { max: 5, custom: { fill: 1 } } },
    ],
  },
}

it('carries over what both types have, and tells what is lost', () => {
  const { panel: next, lost } = switchType(panel, lines, stat, new Map())
  expect(next).toEqual({
    type: 'stat',
    title: 'CPU',
    queries: panel.queries,
    version: 3,
    options: { legend: 'below' },
    fieldConfig: {
      defaults: { unit: 's' },
      overrides: [{ matcher: { type: 'byName', name: 'b' }, properties: { max: 5 } }],
    },
  })
  expect(lost).toEqual(['Width', 'Zoom', 'Fill'])
})

it('gives back on the way back what was lost, and keeps what was changed meanwhile', () => {
  const { panel: next, kept } = switchType(panel, lines, stat, new Map())
  const back = switchType({ ...next, options: { legend: 'beside' } }, stat, lines, kept)
  expect(back.panel.options).toEqual({ legend: 'beside', width: 2, zoom: 'x' })
  expect(back.panel.fieldConfig?.defaults).toEqual({ unit: 's', custom: { fill: 3 } })
  expect(back.panel.version).toBeUndefined()
  expect(back.lost).toEqual([])
})

it('becomes another type where the one before is not installed', () => {
  expect(switchType({ ...panel, options: { other: 1 } }, undefined, stat, new Map()).lost).toEqual(['other', 'fill'])
})
