import { computed, shallowRef } from 'vue'
import type { DashboardAnnotations } from '../annotations/use-annotations.ts'
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

/** Of a dashboard without annotations. */
export const noAnnotations = (): DashboardAnnotations => ({
  framesOf: () => [],
  states: computed(() => []),
  tags: computed(() => []),
  records: { list: shallowRef([]), isCutOff: shallowRef(false), problem: shallowRef(), load: () => {} },
})
