import { expect, it } from 'vitest'

import {
  colorOf,
  display,
  formatTicks,
  formatValue,
  resolveFieldConfig,
  seriesNames,
  type FieldConfigSource,
} from './index.ts'

it('does what the README shows', () => {
  const source: FieldConfigSource = {
    defaults: { unit: 'percent' },
    overrides: [{ matcher: { type: 'byName', name: 'load' }, properties: { unit: 'short' } }],
  }
  const config = resolveFieldConfig(source, { name: 'value', type: 'number' })
  const mappings = [{ type: 'range' as const, from: 90, text: 'hot', color: 'red' }]
  expect({
    value: formatValue(1536, { unit: 'bytes' }),
    ticks: formatTicks([0, 0.25, 0.5]),
    config,
    hot: display(93.2, { ...config, mappings }, 'dark').full,
    color: colorOf(config, { index: 0 }, 'dark'),
    names: seriesNames([{ labels: { job: 'node', mode: 'idle' } }, { labels: { job: 'node', mode: 'user' } }]),
  }).toEqual({
    value: { prefix: '', text: '1.5', unit: 'KiB', full: '1.5 KiB' },
    ticks: ['0', '0.25', '0.5'],
    config: { unit: 'percent' },
    hot: 'hot',
    color: '#7aa2ff',
    names: ['idle', 'user'],
  })
})
