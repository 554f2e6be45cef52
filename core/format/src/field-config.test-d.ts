import { reduce } from '@orrery/frames'

import type { FieldConfig, FieldConfigSource, FieldSubject } from './index.ts'

export const config: FieldConfig = {
  unit: 'bytes',
  color: { type: 'continuous', scheme: 'viridis' },
  mappings: [{ type: 'special', match: 'null+nan', text: 'none' }],
}

// @ts-expect-error a fixed colour names its colour
export const noColor: FieldConfig = { color: { type: 'fixed' } }

// @ts-expect-error rainbow is no scheme
export const noScheme: FieldConfig = { color: { type: 'continuous', scheme: 'rainbow' } }

export const source: FieldConfigSource = {
  defaults: config,
  // @ts-expect-error a matcher by name has a name
  overrides: [{ matcher: { type: 'byName' }, properties: {} }],
}

// @ts-expect-error frames have no columns of this kind
export const field: FieldSubject = { name: 'value', type: 'float' }

export const byValue: FieldConfigSource = {
  defaults: {},
  overrides: [
    {
      matcher: { type: 'byValue', reducer: 'p95', is: { type: 'greater', value: 1 } },
      properties: { custom: { any: 1 } },
    },
    // @ts-expect-error a list is not compared with a value
    { matcher: { type: 'byValue', reducer: 'allValues', is: { type: 'greater', value: 1 } }, properties: {} },
  ],
}

// @ts-expect-error there is no such percentile
export const percentile = reduce('p100', new Float64Array())
export const number: number | undefined = reduce('p99', new Float64Array())
