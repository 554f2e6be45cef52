// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { expect, it, onTestFinished } from 'vitest'
import { shortcuts } from '../shell/shortcuts.ts'
import { usePanelKeys, usePanelShortcuts } from './panel-keys.ts'

it('acts on the panel that has the focus, or on the only one', async () => {
  const done: string[] = []
  const Panel = defineComponent({
    props: { panel: { type: String, required: true } },
    setup({ panel }) {
      usePanelKeys(panel, () => ({
        fullScreen: () => done.push(`view ${panel}`),
        inspect: () => done.push(`inspect ${panel}`),
      }))
      return () => h('section', { 'data-panel': panel }, h('button'))
    },
  })
  const Board = defineComponent({
    props: { panels: { type: Array<string>, required: true } },
    setup(props) {
      usePanelShortcuts()
      return () => props.panels.map((panel) => h(Panel, { panel, key: panel }))
    },
  })
  const board = mount(Board, { props: { panels: ['a', 'b'] }, attachTo: document.body })
  onTestFinished(() => board.unmount())
  const press = (keys: string) => shortcuts.value.find((each) => each.keys === keys)!.run()
  press('v')
  ;(board.get('[data-panel=b] button').element as HTMLElement).focus()
  press('v')
  press('i')
  await board.setProps({ panels: ['a'] })
  press('i')
  expect(done).toEqual(['view b', 'inspect b', 'inspect a'])
})
