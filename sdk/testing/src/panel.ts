import {
  defaultsOf,
  detachedPage,
  validate,
  type Frame,
  type OptionsSchema,
  type Panel,
  type PanelProps,
  type Static,
  type Summary,
} from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextTick, type Component } from 'vue'
import { fakeCanvas } from './canvas.ts'
import { testDefinition } from './definition.ts'

export interface PanelExample<Options> {
  readonly options: Options
  /** Cases that the panel must draw; `shows` is text that is then on the screen or in its summary. */
  readonly cases: Readonly<Record<string, { readonly frames: readonly Frame[]; readonly shows?: string }>>
}

/** Props as the host gives them: an hour, UTC, 600 x 300 pixels. */
export function testPanelProps<Options>(
  options: Options,
  frames: readonly Frame[],
  patch: Partial<PanelProps<Options>> = {},
): PanelProps<Options> {
  return {
    options,
    frames,
    annotations: [],
    fieldConfig: { defaults: {}, overrides: [] },
    variables: {},
    range: { from: 0, to: 3_600_000 },
    timeZone: 'UTC',
    width: 600,
    height: 300,
    theme: 'dark',
    page: detachedPage,
    ...patch,
  }
}

/** The contract that every Vue panel keeps. Needs a DOM: put `// @vitest-environment happy-dom` first in the test file. */
export function testPanel<O extends OptionsSchema>(panel: Panel<O>, example: PanelExample<Static<O>>) {
  // Doors give what their contracts name; the compiler has checked it in the definition.
  const openView = async () => ((await panel.view.open()) as { default: Component }).default
  const openSummary = async () => ((await panel.summary.open()) as { default: Summary<Static<O>> }).default
  const cases = [...Object.entries(example.cases), ['no frames', { frames: [] }] as const]

  describe(`panel ${panel.id}`, () => {
    let restore: () => void
    beforeAll(() => {
      restore = fakeCanvas()
    })
    afterAll(() => restore())

    testDefinition(panel, () => example.options)

    it('has a default for every option of a field that is not optional', () => {
      const { fieldOptions } = panel
      if (fieldOptions) expect(validate(fieldOptions, defaultsOf(fieldOptions)).ok).toBe(true)
    })

    it('draws with the defaults of its options', async () => {
      const [first] = cases
      const props = testPanelProps(defaultsOf(panel.options) as Static<O>, first![1].frames)
      const view = mount(await openView(), { props: { ...props } })
      expect(view.html()).not.toBe('')
      view.unmount()
    })

    it.each(cases)('draws and sums up: %s', async (_, given) => {
      const shows = 'shows' in given ? given.shows : undefined
      const props = testPanelProps(example.options, given.frames)
      const view = mount(await openView(), { props: { ...props }, attachTo: document.body })
      await nextTick()
      const summary = (await openSummary())(props)
      expect(summary).not.toBe('')
      if (shows !== undefined) expect(`${view.text()}\n${summary}`).toContain(shows)
      await view.setProps({ ...testPanelProps(example.options, [], { width: 120, height: 60, theme: 'light' }) })
      view.unmount()
      expect(document.body.textContent).toBe('')
    })
  })
}

export { fakeCanvas } from './canvas.ts'
