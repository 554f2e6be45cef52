import { readFileSync } from 'node:fs'
import { FieldConfigSource, validate, withDefaults } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { FieldOptions } from './field-options.ts'
import { Options } from './options.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('shows a panel in the README that it accepts', () => {
  const { options, fieldConfig } = JSON.parse(/```json\n([^]*?)```/.exec(readme)![1]!) as {
    options: unknown
    fieldConfig: FieldConfigSource
  }
  const customs = [fieldConfig.defaults.custom, ...fieldConfig.overrides.map(({ properties }) => properties.custom)]
  expect([
    validate(Options, withDefaults(Options, options)).ok,
    validate(FieldConfigSource, fieldConfig).ok,
    ...customs.map((custom) => validate(FieldOptions, withDefaults(FieldOptions, custom)).ok),
  ]).toEqual([true, true, true, true])
})

it('names all options in the README', () => {
  const names = [...Object.keys(Options.properties), ...Object.keys(FieldOptions.properties)]
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
