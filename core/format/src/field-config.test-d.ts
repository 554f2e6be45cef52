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
