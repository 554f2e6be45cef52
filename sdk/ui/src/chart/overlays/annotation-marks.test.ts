// @vitest-environment happy-dom
import { Annotations } from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { annotatingKey, type Annotating } from '../annotating.ts'
import AnnotationMarks from './AnnotationMarks.vue'
import { readAnnotations } from './annotation.ts'

function show(url: string | undefined, annotating?: Annotating) {
  const links = url === undefined ? [] : [{ title: 'Notes', url, newTab: true }]
  const view = mount(AnnotationMarks, {
    props: {
      lanes: readAnnotations([Annotations.fromRows([{ time: 500, title: 'v 2', id: 'deploy' }])], 'dark', {
        defaults: {},
        overrides: [{ matcher: { type: 'byRegexp', pattern: '' }, scope: 'annotation', properties: { links } }],
      }),
      area: { left: 0, top: 0, width: 100, height: 50, from: 0, to: 1000, isVertical: false },
      timeZone: 'UTC',
      multiLane: false,
      clustering: false,
    },
    global: { provide: annotating ? { [annotatingKey as symbol]: annotating } : {} },
    attachTo: document.body,
  })
  onTestFinished(() => view.unmount())
  const card = () => document.querySelector('.o-chart-tooltip')
  return { mark: view.get('button'), card }
}

it('tells what happened while the pointer or the focus is on a mark', async () => {
  const { mark, card } = show(undefined)
  await mark.trigger('mouseenter')
  expect(card()?.textContent).toContain('v 2')
  await mark.trigger('click')
  await mark.trigger('mouseleave')
  expect(card()).toBeNull()
})

it('holds a card with links open when its mark is pressed, until Escape', async () => {
  const { mark, card } = show('/notes?of=${__value.text}')
  await mark.trigger('mouseenter')
  await mark.trigger('click')
  await mark.trigger('mouseleave')
  const link = card()?.querySelector('a')
  expect([card()?.getAttribute('role'), link?.getAttribute('href'), link?.getAttribute('rel')]).toEqual([
    'dialog',
    '/notes?of=v%202',
    'noopener noreferrer',
  ])
  card()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await mark.trigger('mouseleave')
  expect(card()).toBeNull()
})

it('offers what may be done with an annotation in the card that is held open', async () => {
  const remove = vi.fn<() => void>()
  const actionsOf = (id: string) => (id === 'deploy' ? [{ title: 'Delete', run: remove }] : [])
  const { mark, card } = show(undefined, { attach: () => () => {}, annotate: () => {}, actionsOf })
  await mark.trigger('mouseenter')
  expect(card()?.querySelector('button')).toBeNull()
  await mark.trigger('click')
  const button = card()?.querySelector('button')
  expect(button?.textContent).toContain('Delete')
  button?.click()
  expect(remove).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(mark.element)
})
