import { readFileSync } from 'node:fs'
import { FieldConfigSource, validate, withDefaults } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { Options } from './options.ts'

it('shows a panel in the README that it accepts', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const panel = JSON.parse(/```json\n([^]*?)```/.exec(readme)![1]!) as { options: unknown; fieldConfig: unknown }
  expect([
    validate(Options, withDefaults(Options, panel.options)).ok,
    validate(FieldConfigSource, panel.fieldConfig).ok,
  ]).toEqual([true, true])
})
