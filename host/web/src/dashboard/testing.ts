import { pluginList } from '../plugins/plugin-list.ts'

/** A module as the address that a door leads to. */
export const moduleOf = (code: string) => `${btoa(code)}#${Math.random()}`

/** The only plugin: a panel of type `demo`, whose view is this code. */
export const install = (view: string, more: object = {}) => {
  const options = {
    type: 'object',
    properties: { unit: { type: 'string', default: 's' }, digits: { type: 'integer' } },
  }
  const contribution = {
    kind: 'panel',
    id: 'demo',
    title: 'Demo',
    options,
    view: { $door: 'web', path: moduleOf(view) },
  }
  const plugin = { id: '@acme/demo', version: '1.0.0', title: 'Demo', base: 'data:text/javascript;base64,' }
  pluginList.value = { plugins: [{ ...plugin, contributes: [{ ...contribution, ...more }] }], problems: [] }
}
