// @vitest-environment happy-dom
import { display } from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { valueLength, ValueGrid, ValueLink, ValueText } from '../index.ts'

it('writes a sign before what stands before the number, and an icon before both', () => {
  const mappings = [{ type: 'range' as const, icon: 'flame' }]
  const value = display(-3, { unit: 'currencyUSD', mappings }, 'dark')
  const view = mount(ValueText, { props: { value, size: 20 } })
  expect([view.text(), view.findAll('svg').length, valueLength(value)]).toEqual(['-$3', 1, 5])
})

it('is a link where there is one, and a button that opens several', async () => {
  const [a, b] = ['a', 'b'].map((title) => ({ title, href: `/${title}`, newTab: title === 'b' }))
  const show = (links: readonly NonNullable<typeof a>[]) =>
    mount(ValueLink, {
      props: { links, actions: [], label: 'Load' },
      slots: { default: '42' },
      attachTo: document.body,
    })
  expect(show([]).html()).toBe('<div class="o-value-link">42</div>')
  expect(show([a!]).get('a').attributes()).toMatchObject({ href: '/a', title: 'a' })
  const several = show([a!, b!])
  await several.get('button').trigger('click')
  await nextTick()
  const links = [...document.querySelectorAll('.o-value-links a')].map((link) => [
    link.textContent,
    link.getAttribute('target'),
    link.getAttribute('rel'),
  ])
  expect(links).toEqual([
    ['a', null, null],
    ['b', '_blank', 'noopener noreferrer'],
  ])
  several.unmount()
})

it('opens its actions, closes when one is run', async () => {
  let ran = 0
  const actions = [{ title: 'Restart', color: '#ff0000', run: () => void ran++ }]
  const view = mount(ValueLink, {
    props: { links: [], actions, label: 'Load' },
    slots: { default: '42' },
    attachTo: document.body,
  })
  await view.get('button').trigger('click')
  await nextTick()
  document.querySelector<HTMLElement>('.o-action')!.click()
  expect(ran).toBe(1)
  await vi.waitFor(() => expect(document.querySelector('.o-action')).toBeNull())
  view.unmount()
})

it('is reached by keyboard where it scrolls, and says what it leaves out', () => {
  const show = (scrolls: boolean, hidden: number) =>
    mount(ValueGrid, { props: { columns: 2, cellHeight: 40, scrolls, hidden }, slots: { default: '<li>1</li>' } })
  expect([show(true, 0).get('ul').attributes('tabindex'), show(false, 1).text()]).toEqual([
    '0',
    '11 more value is not shown.',
  ])
})
