// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import type { Notice, VariableValues } from '@orrery/sdk'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref, type Ref } from 'vue'
import PanelView from './PanelView.vue'
import { install, moduleOf } from './testing.ts'
import { variablesKey } from './variables-key.ts'

const NEUTRAL = `export default { abi: 1, mount(element, props) {
  const draw = ({ frames, page, ...shown }) => element.textContent = JSON.stringify(shown)
  draw(props)
  return { update: draw, unmount: () => globalThis.unmounted?.() }
} }`

async function draw(spec: Partial<PanelSpec> = {}, listeners = {}, variables: Ref<VariableValues> = ref({})) {
  const panel = mount(PanelView, {
    global: { provide: { [variablesKey]: variables } },
    props: {
      spec: { type: 'demo', title: 'A panel', queries: [], options: { digits: 2 }, ...spec },
      frames: [],
      annotations: [],
      range: { from: 0, to: 1 },
      timeZone: 'UTC',
      width: 300,
      height: 200,
      cursorGroup: 'd',
      ...listeners,
    },
  })
  const settle = () => vi.waitFor(() => expect(panel.text()).not.toBe(''))
  await settle()
  return panel
}

it('draws a view without Vue, and tells it what changed', async () => {
  install(NEUTRAL)
  const panel = await draw()
  const shown = {
    options: { digits: 2, unit: 's' },
    annotations: [],
    fieldConfig: { defaults: {}, overrides: [] },
    range: { from: 0, to: 1 },
    timeZone: 'UTC',
    variables: {},
    width: 300,
    height: 200,
    theme: 'dark',
  }
  expect(JSON.parse(panel.text())).toEqual(shown)
  await panel.setProps({ width: 400 })
  expect(JSON.parse(panel.text())).toEqual({ ...shown, width: 400 })
  const unmounted = vi.fn<() => void>()
  vi.stubGlobal('unmounted', unmounted)
  panel.unmount()
  expect(unmounted).toHaveBeenCalled()
  vi.unstubAllGlobals()
})

it('passes on what a view says of itself, until it is gone', async () => {
  install(`export default { abi: 1, mount(element, { page }) {
    element.textContent = 'drawn'
    page.notify([{ severity: 'info', text: 'Half of it.' }])
    return { update() {}, unmount() {} }
  } }`)
  const said: unknown[] = []
  const panel = await draw({}, { onNotices: (notices: unknown) => said.push(notices) })
  panel.unmount()
  expect(said).toEqual([[{ severity: 'info', text: 'Half of it.' }], []])
})

it('calculates thresholds of the variables, and says which it cannot', async () => {
  install(NEUTRAL)
  const steps = [
    { color: 'green' },
    { valueExpr: '${limit} * 0.8', color: 'yellow' },
    { valueExpr: '$other', color: 'red' },
  ]
  const fieldConfig = { defaults: { thresholds: { mode: 'absolute' as const, steps } }, overrides: [] }
  const variables = ref<VariableValues>({ limit: '10' })
  const said: unknown[] = []
  const onNotices = (notices: readonly Notice[]) => said.push(notices.map(({ text }) => text))
  const panel = await draw({ fieldConfig }, { onNotices }, variables)
  const drawn = () => JSON.parse(panel.text()).fieldConfig.defaults.thresholds.steps
  expect(drawn()).toEqual([{ color: 'green' }, { value: 8, color: 'yellow' }])
  variables.value = { limit: '20', other: '30' }
  await flushPromises()
  expect(drawn()).toEqual([{ color: 'green' }, { value: 16, color: 'yellow' }, { value: 30, color: 'red' }])
  expect(said).toEqual([[expect.stringContaining('"$other" cannot be calculated')], []])
})

it('brings older options up to date through the door of the plugin', async () => {
  const path = moduleOf('export default ({ places }, from) => ({ digits: places + from })')
  install(NEUTRAL, { version: 3, migrate: { $door: 'shared', server: './x.js', web: path } })
  const panel = await draw({ options: { places: 5 }, version: 2 })
  expect(JSON.parse(panel.text())).toMatchObject({ options: { digits: 7, unit: 's' } })
})

it('shows in the panel what its plugin throws, and draws again when asked to', async () => {
  install(
    'let broken = true; export default () => { if (broken) { broken = false; throw new Error("boom") } return "fine" }',
  )
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const panel = await draw()
  expect(panel.get('[role=alert]').text()).toContain('boom')
  expect(logged).toHaveBeenCalledTimes(1)
  await panel.get('button').trigger('click')
  await flushPromises()
  await vi.waitFor(() => expect(panel.text()).toBe('fine'))
})

it('says what failed when the plugin cannot bring older options up to date', async () => {
  const path = moduleOf('export default () => { throw new Error("no digits") }')
  install(NEUTRAL, { version: 3, migrate: { $door: 'shared', server: './x.js', web: path } })
  const panel = await draw()
  expect(panel.get('[role=alert]').text()).toContain('no digits')
  expect(panel.get('[role=alert] code').text()).toBe('PLUGIN_CODE_FAILED')
})

it.each([
  ['no plugin draws its type', { type: 'other' }, 'PANEL_TYPE_MISSING'],
  ['its options are of a newer version', { version: 9 }, 'OPTIONS_NEWER'],
  ['its options are not valid', { options: { digits: 'two' } }, 'SCHEMA_INVALID'],
])('says why it is not drawn when %s', async (_, spec, code) => {
  install(NEUTRAL)
  const panel = await draw(spec)
  expect(panel.get('[role=alert] code').text()).toBe(code)
})

it('says which plugin could not be loaded', async () => {
  install('this is no module')
  const panel = await draw()
  expect(panel.get('[role=alert]').text()).toContain('The code of plugin @acme/demo could not be loaded')
  expect(panel.get('[role=alert] code').text()).toBe('PLUGIN_CODE_FAILED')
})
