import { validate } from '@orrery/schema'
import { expect, it } from 'vitest'

import { FieldConfig, FieldConfigSource } from './index.ts'

it('accepts every option', () => {
  const source = {
    defaults: {
      displayName: '{{mode}}',
      description: 'Share of time',
      unit: 'percent',
      decimals: 1,
      min: 0,
      max: 100,
      noValue: 'none',
      color: { type: 'continuous', scheme: 'GrYlRd' },
      thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { value: 80, color: '#ff0000' }] },
      mappings: [
        { type: 'value', value: '1', text: 'up', icon: 'check' },
        { type: 'range', from: 1, color: 'red' },
        { type: 'regex', pattern: '^a', text: '$1' },
        { type: 'special', match: 'null+nan', text: 'none' },
      ],
      links: [{ title: 'Open', url: '/d/host', newTab: true }],
      fieldMinMax: true,
      filterable: false,
      custom: { lineWidth: 2 },
    },
    overrides: [
      { matcher: { type: 'byNames', names: ['a', 'b'], exclude: true }, properties: {} },
      { matcher: { type: 'byRegexpOrNames', pattern: '^a', names: ['b'] }, properties: {} },
      { matcher: { type: 'byTypes', fieldTypes: ['number', 'time'] }, properties: {} },
      { matcher: { type: 'byValue', reducer: 'p95', is: { type: 'greaterOrEqual', value: 3 } }, properties: {} },
      { matcher: { type: 'numeric' }, properties: {} },
      { matcher: { type: 'time' }, properties: {} },
      { matcher: { type: 'first' }, properties: {} },
      { matcher: { type: 'firstTimeField' }, properties: {} },
      { matcher: { type: 'byName', name: 'idle' }, properties: { color: { type: 'palette', by: 'name' } } },
      { matcher: { type: 'byRegexp', pattern: '^i' }, properties: { color: { type: 'fixed', color: 'gray' } } },
      { matcher: { type: 'byType', fieldType: 'number' }, properties: { color: { type: 'thresholds' } } },
      {
        matcher: { type: 'byFrameRefID', refId: 'A' },
        properties: { color: { type: 'gradient', from: 'red', to: '#fff', seriesBy: 'max' } },
      },
      {
        matcher: { type: 'byFrameRefID', refId: 'B' },
        properties: { color: { type: 'palette', palette: 'colorblind' } },
      },
      { matcher: { type: 'byFrameRefID', refId: 'C' }, properties: { color: { type: 'shades', color: 'blue' } } },
      { matcher: { type: 'byFrameRefID', refId: 'D' }, properties: {} },
    ],
  }
  expect(validate(FieldConfigSource, source)).toEqual({ ok: true, value: source })
})

it('names the place of what is wrong', () => {
  const wrong = [
    { decimals: 1.5 },
    { color: { type: 'rainbow' } },
    { color: { type: 'fixed', color: 'url(http://example.com)' } },
    { thresholds: { mode: 'absolute', steps: [{ value: '80', color: 'red' }] } },
    { mappings: [{ type: 'special', match: 'maybe' }] },
  ]
  const paths = wrong.map((config) => {
    const result = validate(FieldConfig, config)
    return result.ok ? 'accepted' : result.problems[0]!.path
  })
  expect(paths).toEqual(['/decimals', '/color/type', '/color/color', '/thresholds/steps/0/value', '/mappings/0/match'])
})
