// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import { SeriesBuilder } from '@orrery/sdk'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pluginList } from '../plugins/plugin-list.ts'
import { emptyData } from '../query/panel-data.ts'
import { moduleOf } from '../dashboard/testing.ts'
import OptionsPane from './OptionsPane.vue'

enableAutoUnmount(afterEach)

const text = (title: string) => ({ type: 'string', title })
const object = (properties: object) => ({ type: 'object', properties, additionalProperties: false })
const type = (id: string, title: string, more: object) => ({
  kind: 'panel',
  id,
  title,
  options: object({}),
  accepts: ['series'],
  view: { $door: 'web', path: moduleOf('export default () => "drawn"') },
  ...more,
})
beforeEach(() => {
  const contributes = [
    type('lines', 'Lines', {
      options: object({ legend: text('Legend'), zoom: text('Zoom') }),
      fieldOptions: object({ fill: { type: 'number', title: 'Fill' } }),
    }),
    type('stat', 'Stat', { options: object({ legend: text('Legend') }) }),
  ]
  const plugin = { id: '@acme/p', version: '1.0.0', title: 'P', base: 'data:text/javascript;base64,', contributes }
  pluginList.value = { plugins: [plugin], problems: [] }
})

const range = { from: 0, to: 10 }
const frames = [
  new SeriesBuilder({ refId: 'A' }).add({ job: 'api' }, [0, 1], [1, 2]).add({ job: 'web' }, [0, 1], [1, 2]).build(),
]
function show(panel: PanelSpec) {
  const pane = mount(OptionsPane, {
    props: {
      panel,
      data: { ...emptyData(range), frames, answered: true },
      timeZone: 'UTC',
      onChange: (_: string, next: PanelSpec) => void pane.setProps({ panel: next }),
    },
    attachTo: document.body,
  })
  const labelled = (label: string) => pane.find(`[aria-label="${label}"]`)
  const field = (title: string) => {
    const label = pane.findAll('label').find((one) => one.text().replace(/\*$/, '') === title)
    return pane.find(`[id="${label?.attributes('for')}"]`)
  }
  const button = (name: string) => pane.findAll('button').find((one) => one.text() === name)!
  const choose = async (opener: { trigger: (event: string) => Promise<void> }, option: string) => {
    await opener.trigger('click')
    await flushPromises()
    const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((one) =>
      one.textContent?.includes(option),
    )
    found!.click()
    await flushPromises()
  }
  return { pane, labelled, field, button, choose, panel: () => pane.props('panel') }
}
const lines: PanelSpec = {
  type: 'lines',
  title: 'CPU',
  queries: [{ refId: 'A', datasource: 'd', query: { expr: 'up' } }],
  options: { legend: 'below', zoom: 'x' },
}

it('edits what the panel, its type, and a field of it are, and keeps a plain panel plain', async () => {
  const { field, panel } = show(lines)
  await field('Title').setValue('Memory')
  await field('Legend').setValue('beside')
  await field('Fill').setValue('3')
  await field('Display name').setValue('{{job}}')
  expect(panel()).toEqual({
    ...lines,
    title: 'Memory',
    options: { legend: 'beside', zoom: 'x' },
    fieldConfig: { defaults: { displayName: '{{job}}', custom: { fill: 3 } }, overrides: [] },
  })
  await field('Fill').setValue('')
  await field('Display name').setValue('')
  expect(panel().fieldConfig).toBeUndefined()
})

it('searches all options at once, and says when there is none', async () => {
  const { pane, labelled } = show(lines)
  const titles = () => pane.findAll('h2').map((title) => title.text())
  await labelled('Search all options').setValue('fill')
  expect(titles()).toEqual(['Lines, each series or field'])
  await labelled('Search all options').setValue('decimals')
  expect(titles()).toEqual(['Standard options'])
  await labelled('Search all options').setValue('shift')
  expect(titles()).toEqual(['Time'])
  await labelled('Search all options').setValue('xyzzy')
  expect(pane.text()).toContain('No option is called so')
})

it('overrides options of some series, and counts them', async () => {
  const { pane, button, choose, field, labelled, panel } = show(lines)
  await button('Add an override').trigger('click')
  await flushPromises()
  expect(pane.text()).toContain('for 1 of 2')
  await choose(labelled('Add an option to override 1'), 'Fill')
  const fills = pane.findAll('label').filter((one) => one.text() === 'Fill')
  await pane.find(`[id="${fills.at(-1)!.attributes('for')}"]`).setValue('2')
  expect(panel().fieldConfig?.overrides).toEqual([
    { matcher: { type: 'byName', name: 'api' }, properties: { custom: { fill: 2 } } },
  ])
  await choose(field('Fields'), 'Fields of numbers')
  expect(pane.text()).toContain('for 2 of 2')
  await labelled('Remove Fill').trigger('click')
  expect(panel().fieldConfig?.overrides[0]?.properties).toEqual({})
  await labelled('Remove override 1').trigger('click')
  expect(panel().fieldConfig).toBeUndefined()
})

it('becomes another visualisation, tells what is lost, and has it again on the way back', async () => {
  const { pane, labelled, panel } = show(lines)
  const open = () => pane.find('.opener').trigger('click')
  await open()
  expect(document.activeElement).toBe(labelled('Search visualisations').element)
  expect(pane.findAll('[data-suggested]').map((card) => card.attributes('data-suggested'))).toEqual(['lines', 'stat'])
  await pane.find('[data-type="stat"]').trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(pane.find('.opener').element)
  expect([panel().type, panel().options]).toEqual(['stat', { legend: 'below' }])
  expect(pane.text()).toContain('Stat does not have: Zoom.')
  await open()
  await pane.find('[data-type="lines"]').trigger('click')
  await flushPromises()
  expect(panel()).toEqual(lines)
})

it('leaves the list of visualisations by Escape', async () => {
  const { pane, labelled } = show(lines)
  await pane.find('.opener').trigger('click')
  await labelled('Search visualisations').trigger('keydown', { key: 'Escape' })
  await flushPromises()
  expect([labelled('Search visualisations').exists(), document.activeElement]).toEqual([
    false,
    pane.find('.opener').element,
  ])
})
