import {
  defaultsOf,
  defineTable,
  detachedPage,
  number,
  ReduceOptions,
  text,
  type FieldConfig,
  type Frame,
  type PanelPage,
} from '@orrery/sdk'
import { expect, it } from 'vitest'
import { meterAttributes, showsNames, showsValues, useMeters, useValues } from '../index.ts'

const loads = defineTable({ host: text(), load: number() }).fromRows([
  { host: 'a', load: 20 },
  { host: 'b', load: null },
  { host: 'c', load: 500 },
])
const given = (defaults: FieldConfig = {}, frames: readonly Frame[] = [loads]) => ({
  frames,
  fieldConfig: { defaults: { unit: 'percent', ...defaults }, overrides: [] },
  timeZone: 'UTC',
  theme: 'dark' as const,
  range: { from: 0, to: 1 },
  variables: {},
  page: detachedPage,
  reduce: defaultsOf(ReduceOptions) as ReduceOptions,
  neutral: undefined,
})

it('offers the actions of values where the page runs them', () => {
  const actions = [{ title: 'Restart ${__field.labels.host}', method: 'POST' as const, url: 'https://ops.example/' }]
  const titles = (page: PanelPage) =>
    useValues(() => ({ ...given({ actions }), page })).cells.value.flatMap((cell) =>
      cell.actions.map(({ title }) => title),
    )
  expect(titles({ ...detachedPage, act() {} })).toEqual(['Restart a', 'Restart b', 'Restart c'])
  expect(titles(detachedPage)).toEqual([])
})

it('reads values with their texts and links, and counts those that are left out', () => {
  const links = [{ title: 'Host', url: '/d/${__field.labels.host}' }]
  const { cells, hidden, total, isDrawable } = useValues(() => given({ links }))
  expect(cells.value.map(({ value, shown, links: [link] }) => [value.name, shown.full, link?.href])).toEqual([
    ['a', '20%', '/d/a'],
    ['b', '–', '/d/b'],
    ['c', '500%', '/d/c'],
  ])
  const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(1000) })
  const more = useValues(() => given({}, [many]))
  expect([hidden.value, total.value, isDrawable.value, more.hidden.value]).toEqual([0, 3, true, 800])
})

it('says of a value what it is measured by', () => {
  const { cells } = useMeters(() => given({ max: 100, thresholds: { mode: 'percentage', steps: [{ color: 'red' }] } }))
  expect(cells.value.map(meterAttributes)).toEqual([
    {
      role: 'meter',
      'aria-label': 'a',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': 20,
      'aria-valuetext': '20% of 0% to 100%',
    },
    { role: 'img', 'aria-label': 'b: –' },
    expect.objectContaining({ 'aria-valuenow': 100, 'aria-valuetext': '500% of 0% to 100%' }),
  ])
})

it('shows names where they tell values apart, or as it is told', () => {
  const modes = ['auto', 'value', 'name', 'valueAndName', 'none'] as const
  expect(modes.map((mode) => [showsNames(mode, 1), showsNames(mode, 2), showsValues(mode)])).toEqual([
    [false, true, true],
    [false, false, true],
    [true, true, false],
    [true, true, true],
    [false, false, false],
  ])
})
