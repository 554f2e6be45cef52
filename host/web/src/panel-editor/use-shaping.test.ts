// @vitest-environment happy-dom
import type { Transformation } from '@orrery/query'
import { defineTable, number } from '@orrery/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, shallowRef, type EffectScope } from 'vue'
import { pluginList } from '../plugins/plugin-list.ts'
import { emptyData, type PanelData } from '../query/panel-data.ts'
import { createShaper } from '../transforms/shaper.ts'
import { inThread } from '../transforms/testing.ts'
import type { PanelEditorContext } from './context.ts'
import { useShaping } from './use-shaping.ts'

const context: PanelEditorContext = {
  dashboard: { id: 'd' },
  variables: [],
  values: { rows: '1' },
  filters: {},
  range: { from: 0, to: 1 },
  timeZone: 'UTC',
  reading: {},
}
const table = defineTable({ n: number() })
const answered = (...values: number[]): PanelData => ({
  ...emptyData(context.range),
  frames: [table.fromRows(values.map((n) => ({ n })))],
  answered: true,
})
const head = (limit: number, more: object = {}): Transformation => ({ type: 'limit', options: { limit }, ...more })

let scope: EffectScope
beforeEach(() => {
  scope = effectScope()
  const contributes = [
    {
      kind: 'transform',
      id: 'sql',
      title: 'SQL',
      group: 'combine',
      options: {},
      apply: { $door: 'server', path: 'x' },
    },
    {
      kind: 'transform',
      id: 'own',
      title: 'Own',
      group: 'combine',
      options: {},
      apply: { $door: 'shared', server: 'x', web: 'import "@orrery/none"' },
    },
  ]
  const plugin = { id: '@acme/p', version: '1.0.0', title: 'P', base: 'data:text/javascript,', contributes }
  pluginList.value = { plugins: [plugin], problems: [] }
})
afterEach(() => scope.stop())

function begin(first: readonly Transformation[]) {
  const raw = shallowRef(emptyData(context.range))
  const steps = shallowRef(first)
  const shaping = scope.run(() =>
    useShaping({ raw, steps: () => steps.value, context: () => context, shaper: createShaper(inThread()) }),
  )!
  return { raw, steps, shaping, rows: () => shaping.data.value?.frames.map(({ length }) => length) }
}

describe('the shaping of a preview', () => {
  it('shows frames when they are shaped, and each edit without an answer', async () => {
    const { raw, steps, rows, shaping } = begin([head(2)])
    expect(shaping.data.value?.answered).toBe(false)
    raw.value = answered(1, 2, 3)
    await expect.poll(rows).toEqual([2])
    steps.value = [head(1)]
    await expect.poll(rows).toEqual([1])
    expect([shaping.stageOf(0)?.before.rows, shaping.namesOf(0)]).toEqual([3, ['n']])
    steps.value = [head(1, { disabled: true })]
    expect(shaping.data.value).toBe(raw.value)
  })

  it('keeps what is shown while the queries run again', async () => {
    const { raw, rows, shaping } = begin([head(2)])
    raw.value = answered(1, 2, 3)
    await expect.poll(rows).toEqual([2])
    raw.value = { ...raw.value, loading: true }
    expect([rows(), shaping.data.value?.loading]).toEqual([[2], true])
  })

  it('leaves it to the host where a step runs there only, and shows the steps before it', async () => {
    const { raw, shaping } = begin([head(2), { type: 'sql', options: {} }, head(1)])
    raw.value = answered(1, 2, 3)
    expect(shaping.data.value).toBeUndefined()
    await expect.poll(() => shaping.stageOf(0)?.after.rows).toBe(2)
    expect([0, 1, 2].map(shaping.isInHost)).toEqual([false, true, true])
  })

  it('leaves it to the host where the code of a plugin cannot be loaded', async () => {
    const { raw, shaping } = begin([head(2), { type: 'own', options: {} }])
    raw.value = answered(1, 2, 3)
    expect(shaping.data.value).toBeDefined()
    await expect.poll(() => shaping.data.value).toBeUndefined()
    await expect.poll(() => shaping.stageOf(0)?.after.rows).toBe(2)
  })

  it('gives the frames of the step that is looked at', async () => {
    const { raw, shaping } = begin([head(2), head(1)])
    raw.value = answered(1, 2, 3)
    shaping.look.value = 1
    await expect.poll(() => shaping.looked.value?.input[0]?.length).toBe(2)
    expect(shaping.looked.value?.output[0]?.length).toBe(1)
  })
})
