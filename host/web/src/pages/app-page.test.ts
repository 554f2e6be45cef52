import { expect, it } from 'vitest'
import type { Contributed } from '../plugins/plugin-list.ts'
import { findAppPage, toAppPath } from './app-page.ts'

const door = (path: string) => ({ $door: 'web', path })
const app = (data: Contributed['data']): Contributed => ({
  plugin: { id: '@acme/tour', version: '1.0.0', title: 'Tour', base: '/plugins/tour/', contributes: [] },
  kind: 'app',
  id: 'tour',
  title: 'Tour',
  data,
})
const tour = app({
  options: { type: 'object', properties: { steps: { type: 'integer', default: 3 } } },
  pages: [
    { path: '', title: 'Tour', view: door('./ui/a.js') },
    { path: 'more/steps', title: 'Steps', view: door('./ui/b.js') },
  ],
})

it('finds the page of a path, with the defaults of the options', () => {
  expect(findAppPage(tour, toAppPath(['more', 'steps', '']))).toEqual({
    title: 'Steps',
    door: door('./ui/b.js'),
    path: 'more/steps',
    options: { steps: 3 },
  })
  expect(findAppPage(tour, toAppPath(''))?.title).toBe('Tour')
  expect(findAppPage(tour, toAppPath(undefined))?.title).toBe('Tour')
})

it('finds nothing for another path, and nothing in a manifest without pages', () => {
  expect(findAppPage(tour, 'more')).toBeUndefined()
  expect(findAppPage(app({ options: {} }), '')).toBeUndefined()
})
