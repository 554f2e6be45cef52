// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { isShownImage } from './image-address.ts'
import OMarkdown from './OMarkdown.vue'

// What is left out of HTML is tested in a browser, which reads HTML as browsers do.

it('shows markdown, and the latest text', async () => {
  const view = mount(OMarkdown, { props: { text: 'one **two**' } })
  await vi.waitFor(() => expect(view.find('strong').text()).toBe('two'))
  await view.setProps({ text: 'three' })
  await vi.waitFor(() => expect(view.text()).toBe('three'))
  view.unmount()
})

it('shows pictures of this host and those that an address holds', () => {
  const shown = ['/logo.png', 'picture.webp', 'data:image/png;base64,AA==', `${location.origin}/a.svg`]
  const others = ['https://else.where/a.png', '//else.where/a.png', 'data:text/html,a', 'javascript:a()', 'http://[']
  expect(shown.filter((address) => !isShownImage(address))).toEqual([])
  expect(others.filter(isShownImage)).toEqual([])
})
