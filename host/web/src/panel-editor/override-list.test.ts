import { defineTable, number, SeriesBuilder, text } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { moveOverride, propertiesOf, valueOf, withProperty } from './override-list.ts'
import { countMatched, namesOf, subjectsOf } from './subjects.ts'

const unit = { name: 'unit', isCustom: false }
const width = { name: 'lineWidth', isCustom: true }

it('sets, reads and takes away properties, those of the panel among them', () => {
  const config = withProperty(withProperty({ unit: 's' }, width, 2), { name: 'fill', isCustom: true }, 1)
  expect(config).toEqual({ unit: 's', custom: { lineWidth: 2, fill: 1 } })
  expect([valueOf(config, unit), valueOf(config, width), valueOf({}, width)]).toEqual(['s', 2, undefined])
  expect(propertiesOf(config)).toEqual([unit, width, { name: 'fill', isCustom: true }])
  const less = withProperty(withProperty(config, width, undefined), { name: 'fill', isCustom: true }, undefined)
  expect(withProperty(less, unit, undefined)).toEqual({})
})

it('moves an override as far as there is room', () => {
  const overrides = ['a', 'b'].map((name) => ({ matcher: { type: 'byName' as const, name }, properties: {} }))
  expect(moveOverride(overrides, 0, 1)).toEqual([overrides[1], overrides[0]])
  expect(moveOverride(overrides, 0, 2)).toBe(overrides)
})

it('counts columns and series by what they are called and where they come from', () => {
  const table = defineTable({ host: text(), cpu: number() }).fromRows([{ host: 'a', cpu: 1 }])
  const builder = new SeriesBuilder({ refId: 'A', name: 'up' })
  for (const job of ['api', 'web']) builder.add({ job }, [0, 1], [1, 2])
  const subjects = subjectsOf([table, builder.build()], {})
  const count = (matcher: Parameters<typeof countMatched>[0]) => countMatched(matcher, subjects)
  expect(namesOf(subjects)).toEqual(['host', 'cpu', 'api', 'value', 'web'])
  expect(count({ type: 'byName', name: 'web' })).toEqual({ count: 1 })
  expect(count({ type: 'numeric' })).toEqual({ count: 3 })
  expect(count({ type: 'byFrameRefID', refId: 'A' })).toEqual({ count: 2 })
  expect(count({ type: 'byRegexp', pattern: '(' })).toEqual({ problem: expect.stringContaining('(') })
})
