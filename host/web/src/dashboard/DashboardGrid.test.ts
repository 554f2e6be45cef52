// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import { defineTable, number } from '@orrery/frames'
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { nextTick, shallowReactive } from 'vue'
import type { PanelData } from '../query/panel-data.ts'
import DashboardGrid from './DashboardGrid.vue'
import { install, moduleOf, noAnnotations } from './testing.ts'

const Numbers = defineTable({ value: number() })
const range = { from: 0, to: 1 }
const dataOf = (value: number): PanelData => ({
  frames: [Numbers.fromRows([{ value }])],
  range,
  problems: [],
  loading: false,
  answered: true,
  stale: false,
})

/** Says what it draws, and how often it was told to; there is one value that breaks it. */
const VIEW = `export default { abi: 1, mount(element, props) {
  let count = 0
  const draw = ({ frames }) => {
    if (frames[0].fields.get('value').values[0] === 13) throw new Error('no thirteen')
    element.innerHTML = '<button></button><p>' + frames[0].fields.get('value').values[0] + ' drawn ' + ++count + '</p>'
  }
  draw(props)
  return { update: draw, unmount() {} }
} }`

type Watched = readonly [element: Element, callback: (visible: boolean) => void, margin: string]
let watched: Watched[]

beforeEach(() => {
  watched = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #callback: ResizeObserverCallback
      constructor(callback: ResizeObserverCallback) {
        this.#callback = callback
      }
      observe() {
        // Of an entry, only the size is read.
        this.#callback([{ contentRect: { width: 1000, height: 600 } } as ResizeObserverEntry], this)
      }
      unobserve() {}
      disconnect() {}
    },
  )
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #tell: Watched[1]
      readonly #margin: string
      constructor(callback: (entries: readonly object[]) => void, { rootMargin }: { rootMargin: string }) {
        this.#tell = (isIntersecting) => callback([{ isIntersecting }])
        this.#margin = rootMargin
      }
      observe(element: Element) {
        watched.push([element, this.#tell, this.#margin])
      }
      disconnect() {}
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
})

async function draw() {
  const summary = { $door: 'shared', server: './x.js', web: moduleOf('export default () => "numbers"') }
  install(VIEW, { accepts: ['table'], summary })
  const data = shallowReactive(new Map([1, 2].map((value) => [`p${value}`, dataOf(value)])))
  const asked: string[] = []
  const spec: PanelSpec = { type: 'demo', title: 'A panel', queries: [], options: {} }
  const items = [1, 2].map((value, i) => ({ panel: `p${value}`, x: 12 * i, y: 0, w: 12, h: 8 }))
  const grid = mount(DashboardGrid, {
    attachTo: document.body,
    // It asks for what only browsers have.
    global: { stubs: { PanelMenu: true } },
    props: {
      dashboard: {
        id: 'd',
        revision: 'r',
        change: 1,
        title: 'D',
        spec: { time: { from: 'now-1h', to: 'now' }, panels: { p1: spec, p2: spec }, layout: { type: 'grid', items } },
      },
      fullScreen: undefined,
      sections: { tabs: [], expanded: [], collapsed: [] },
      range,
      queries: {
        data,
        annotations: noAnnotations(),
        dataOf: (panel) => data.get(panel)!,
        show: (panel, width) => asked.push(`show ${panel} ${width}`),
        hide: (panel) => asked.push(`hide ${panel}`),
        refresh() {},
      },
      timeZone: 'UTC',
    },
  })
  onTestFinished(() => grid.unmount())
  await nextTick()
  const panelOf = (panel: string) => grid.get(`[data-panel=${panel}]`)
  const place = async (panel: string, margin: string, visible: boolean) => {
    for (const [element, tell, of] of watched) if (element === panelOf(panel).element && of === margin) tell(visible)
    await nextTick()
  }
  const comes = async (panel: string) => {
    await place(panel, '150%', true)
    await place(panel, '200px', true)
    await vi.waitFor(() => expect(textOf(panel)).toContain('drawn'))
  }
  const leaves = async (panel: string, { far }: { far: boolean }) => {
    await place(panel, '200px', false)
    if (far) await place(panel, '150%', false)
  }
  const textOf = (panel: string) => panelOf(panel).get('.body').text().trim()
  return { grid, data, asked, panelOf, comes, leaves, textOf }
}

it('draws panels when they come near, and asks for them as wide as they are', async () => {
  const { comes, textOf, asked } = await draw()
  await comes('p1')
  expect([textOf('p1'), textOf('p2')]).toEqual(['1 drawn 1', ''])
  expect(asked).toEqual(['show p1 1000'])
})

it('draws anew only the panel whose data changed', async () => {
  const { comes, textOf, data } = await draw()
  await comes('p1')
  await comes('p2')
  data.set('p2', dataOf(3))
  await vi.waitFor(() => expect(textOf('p2')).toBe('3 drawn 2'))
  data.set('p2', { ...data.get('p2')!, loading: true })
  await nextTick()
  expect([textOf('p1'), textOf('p2')]).toEqual(['1 drawn 1', '3 drawn 2'])
})

it('shows what breaks a panel in its own frame, and leaves the others alone', async () => {
  const { comes, textOf, data, panelOf } = await draw()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  await comes('p1')
  await comes('p2')
  data.set('p2', dataOf(13))
  await vi.waitFor(() => expect(panelOf('p2').get('[role=alert]').text()).toContain('no thirteen'))
  expect(logged).toHaveBeenCalledTimes(1)
  data.set('p1', dataOf(3))
  await vi.waitFor(() => expect(textOf('p1')).toBe('3 drawn 2'))
  expect(panelOf('p1').find('[role=alert]').exists()).toBe(false)
})

it('keeps the drawing of a panel just outside, and gives back that of one that is far', async () => {
  const { comes, leaves, textOf, asked, panelOf } = await draw()
  await comes('p1')
  await leaves('p1', { far: false })
  expect([textOf('p1'), asked.at(-1)]).toEqual(['1 drawn 1', 'hide p1'])
  await leaves('p1', { far: true })
  expect([textOf('p1'), panelOf('p1').get('h2').text()]).toEqual(['', 'A panel'])
  await comes('p1')
  expect(textOf('p1')).toBe('1 drawn 1')
})

it('gives nothing back that has the focus, until it leaves', async () => {
  const { comes, leaves, textOf, panelOf } = await draw()
  await comes('p1')
  await comes('p2')
  const buttonOf = (panel: string) => panelOf(panel).get('.body button').element as HTMLElement
  buttonOf('p1').focus()
  await leaves('p1', { far: true })
  expect(textOf('p1')).toBe('1 drawn 1')
  buttonOf('p2').focus()
  await nextTick()
  expect(textOf('p1')).toBe('')
})

it('gives nothing back that somebody used', async () => {
  const { comes, leaves, textOf, panelOf } = await draw()
  await comes('p1')
  await panelOf('p1').get('.body button').trigger('pointerdown')
  await leaves('p1', { far: true })
  expect(textOf('p1')).toBe('1 drawn 1')
})
