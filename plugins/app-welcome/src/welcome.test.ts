// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { shortcuts, steps } from './content.ts'
import { welcome } from './index.ts'
import WelcomePage from './ui/WelcomePage.vue'

it('opens a page that it has by its command', () => {
  const paths = new Set<string>(welcome.pages.map(({ path }) => path))
  expect(welcome.commands?.every(({ open }) => paths.has(open))).toBe(true)
})

it('leads to dashboards, datasources and plugins', () => {
  const page = mount(WelcomePage, { props: { options: {}, path: '' } })
  expect(page.get('h1').text()).toBe('Welcome to Orrery')
  expect(page.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual(
    steps.map(({ link, to }) => [link, to]),
  )
})

it('names the keys as they are on the keyboard', () => {
  expect([shortcuts(false)[0]?.keys, shortcuts(true)[0]?.keys]).toEqual([
    ['Ctrl', 'K'],
    ['⌘', 'K'],
  ])
})
