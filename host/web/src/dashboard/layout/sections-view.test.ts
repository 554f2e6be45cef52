import type { Layout } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { foldSection, isCollapsed, openTab, readSections, selectTab, writeSections } from './sections-view.ts'

const grid: Layout = { type: 'grid', items: [] }
const layout: Layout = {
  type: 'tabs',
  sections: [
    { id: 'a', title: '', layout: { type: 'rows', sections: [{ id: 'open', title: '', layout: grid }] } },
    {
      id: 'b',
      title: '',
      layout: { type: 'rows', sections: [{ id: 'closed', title: '', collapsed: true, layout: grid }] },
    },
  ],
}
const none = { tabs: [], expanded: [], collapsed: [] }
const open = { key: 'open', section: {} }
const closed = { key: 'closed@host=a', section: { collapsed: true } }
const tabs = [{ key: 'a' }, { key: 'b' }]

it('is as the dashboard has it where the address says nothing', () => {
  expect(readSections({}, layout)).toEqual(none)
  expect(writeSections(none)).toEqual({})
  expect([isCollapsed(none, open), isCollapsed(none, closed), openTab(none, tabs)]).toEqual([false, true, { key: 'a' }])
})

it('comes back as it was written', () => {
  const view = selectTab(foldSection(foldSection(none, open, true), closed, false), tabs, 'b')
  expect(writeSections(view)).toEqual({ tab: ['b'], expanded: ['closed@host=a'], collapsed: ['open'] })
  expect(readSections({ tab: 'b', expanded: ['closed@host=a'], collapsed: 'open' }, layout)).toEqual(view)
  expect([isCollapsed(view, open), isCollapsed(view, closed), openTab(view, tabs)]).toEqual([true, false, { key: 'b' }])
})

it('says nothing any more of what is as it was', () => {
  const view = selectTab(foldSection(foldSection(none, open, true), closed, false), tabs, 'b')
  expect(selectTab(foldSection(foldSection(view, open, false), closed, true), tabs, 'a')).toEqual(none)
})

it('leaves out sections that the dashboard does not have', () => {
  expect(readSections({ tab: ['gone', 'b'], expanded: null }, layout)).toEqual({ ...none, tabs: ['b'] })
})
