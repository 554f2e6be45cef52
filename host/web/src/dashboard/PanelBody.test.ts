// @vitest-environment happy-dom
import { defineTable, number, type Frame } from '@orrery/frames'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import PanelBody from './PanelBody.vue'
import { install } from './testing.ts'

const frames: readonly Frame[] = [defineTable({ value: number() }).fromRows([{ value: 1 }])]

const draw = (accepts: readonly string[]) => {
  install('export default () => "drawn"', { accepts })
  const range = { from: 0, to: 1 }
  return mount(PanelBody, {
    props: {
      spec: { type: 'demo', title: 'A panel', options: {}, queries: [{ refId: 'A', datasource: 'd', query: {} }] },
      data: { frames, range, problems: [], loading: false, answered: true, stale: false },
      annotations: [],
      timeZone: 'UTC',
      width: 300,
      height: 200,
      cursorGroup: 'd',
    },
  })
}

it('says what a panel draws when it draws none of the kinds that came', () => {
  const text = draw(['series', 'logs']).text()
  expect(text).toContain('This panel cannot draw table')
  expect(text).toContain('It draws series, logs.')
})

it('draws frames of which one is of an accepted kind', async () => {
  const panel = draw(['series', 'table'])
  await vi.waitFor(() => expect(panel.text()).toBe('drawn'))
})
