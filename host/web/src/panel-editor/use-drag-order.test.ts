// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { placeAt, useDragOrder } from './use-drag-order.ts'

const middles = [10, 30, 50]

it('places an entry after all whose middle is above the pointer', () => {
  expect([5, 20, 60].map((y) => placeAt(y, middles, 0))).toEqual([0, 0, 2])
  expect([5, 20, 60].map((y) => placeAt(y, middles, 2))).toEqual([0, 1, 2])
})

function list() {
  const moves: [number, number][] = []
  const entries = middles.map((middle) => {
    const entry = document.createElement('div')
    entry.getBoundingClientRect = () => new DOMRect(0, middle - 10, 100, 20)
    return entry
  })
  const view = defineComponent(() => {
    const drag = useDragOrder(
      () => entries,
      (from, to) => moves.push([from, to]),
    )
    return () =>
      h('button', {
        onPointerdown: (event: PointerEvent) => drag.onDown(event, 0),
        onKeydown: (event: KeyboardEvent) => drag.onKey(event, 1),
      })
  })
  const button = mount(view, { attachTo: document.body }).find('button')
  const fire = (type: string, clientY = 0) => dispatchEvent(new PointerEvent(type, { clientY }))
  return { button, fire, moves }
}

it('moves an entry to where it is let go', async () => {
  const { button, fire, moves } = list()
  await button.trigger('pointerdown', { button: 0 })
  fire('pointermove', 45)
  fire('pointerup')
  fire('pointermove', 5)
  fire('pointerup')
  expect(moves).toEqual([[0, 1]])
})

it('lets go by Escape, and moves by arrow keys', async () => {
  const { button, fire, moves } = list()
  await button.trigger('pointerdown', { button: 0 })
  fire('pointermove', 45)
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  fire('pointerup')
  expect(moves).toEqual([])
  await button.trigger('keydown', { key: 'ArrowUp' })
  await button.trigger('keydown', { key: 'ArrowDown' })
  expect(moves).toEqual([
    [1, 0],
    [1, 2],
  ])
})
