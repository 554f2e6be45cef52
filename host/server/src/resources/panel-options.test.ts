import type { PanelSpec } from '@orrery/dashboard'
import { createHooks, createKernel } from '@orrery/kernel'
import { queryHooks } from '@orrery/query'
import { Choice, Type } from '@orrery/schema'
import { expect, it } from 'vitest'
import { createLog } from '../log/log.ts'
import { panelProblems } from './panel-options.ts'

const options = Type.Object(
  { size: Choice({ small: 'Small', large: 'Large' }, { title: 'Size', default: 'small' }) },
  { additionalProperties: false },
)
const fieldOptions = Type.Object({
  width: Type.Number({ title: 'Width', default: 1, maximum: 10 }),
  dash: Type.Optional(Type.Boolean({ title: 'Dashes' })),
})

const kernel = createKernel({
  side: 'server',
  sdk: '0.1.0',
  hooks: createHooks(queryHooks, { onFault: () => {} }),
  log: () => createLog({ level: 'silent' }),
})
kernel.registry.add({
  manifest: 1,
  id: 'test',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: 'Test',
  files: {},
  contributes: [
    { kind: 'panel', id: 'lines', title: 'Lines', options, fieldOptions },
    { kind: 'panel', id: 'plain', title: 'Plain', options },
  ],
})

const panel = (patch: Partial<PanelSpec>): PanelSpec => ({
  type: 'lines',
  title: '',
  queries: [],
  options: {},
  fieldConfig: { defaults: {}, overrides: [] },
  ...patch,
})
const problems = (one: PanelSpec, stored?: PanelSpec) =>
  panelProblems(kernel, [{ path: '/spec/panels/p', panel: one }], stored && [stored]).map(
    ({ path, message }) => `${path} ${message}`,
  )

it('accepts options that are there and fit', () => {
  const properties = { custom: { dash: true } }
  const overrides = [{ matcher: { type: 'numeric' as const }, properties }]
  expect(problems(panel({ fieldConfig: { defaults: { custom: { width: 3 } }, overrides } }))).toEqual([])
  expect(problems(panel({ type: 'unknown', options: { any: 1 } }))).toEqual([])
})

it('says where an option is unknown or wrong', () => {
  const overrides = [{ matcher: { type: 'numeric' as const }, properties: { custom: { width: 'wide' } } }]
  expect(
    problems(panel({ options: { size: 'huge' }, fieldConfig: { defaults: { custom: { dahs: true } }, overrides } })),
  ).toEqual([
    expect.stringContaining('/spec/panels/p/options/size '),
    expect.stringContaining('/spec/panels/p/fieldConfig/defaults/custom'),
    expect.stringContaining('/spec/panels/p/fieldConfig/overrides/0/properties/custom/width '),
  ])
  expect(
    problems(panel({ type: 'plain', fieldConfig: { defaults: { custom: { width: 1 } }, overrides: [] } })),
  ).toEqual([expect.stringContaining('/spec/panels/p/fieldConfig/defaults/custom')])
})

it('passes over what is stored so already, and options of another version', () => {
  const wrong = panel({ options: { size: 'huge' } })
  expect([problems(wrong, wrong), problems({ ...wrong, version: 2 })]).toEqual([[], []])
})
