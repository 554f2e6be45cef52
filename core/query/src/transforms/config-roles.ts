import { FieldConfig } from '@orrery/format'
import { Choice, validate, type Static } from '@orrery/schema'
import type { Cell, FieldMeta } from '@orrery/frames'

const titles = {
  min: 'Min',
  max: 'Max',
  unit: 'Unit',
  decimals: 'Decimals',
  displayName: 'Display name',
  noValue: 'No value',
  color: 'Colour',
  threshold1: 'First threshold',
  threshold2: 'Second threshold',
  mappingValue: 'Value mappings: value',
  mappingText: 'Value mappings: text',
  mappingColor: 'Value mappings: colour',
}

/** What a cell may say of how other fields are shown. */
export const ConfigRole = Choice(titles, { title: 'Used as', default: 'min' })
export type ConfigRole = Static<typeof ConfigRole>

// Its keys are the roles.
const roles = Object.keys(titles) as readonly ConfigRole[]

/** The role that a field has by its name alone. */
export const roleOf = (name: string): ConfigRole | undefined =>
  roles.find((role) => role.toLowerCase() === name.toLowerCase())

/** Whether all cells of a field count, one of each mapping, and not one that they are reduced to. */
export const isMapping = (role: ConfigRole): boolean => role.startsWith('mapping')

/** Of each role its cells, of which only mappings have several. */
export type ConfigCells = ReadonlyMap<ConfigRole, readonly (Cell | undefined)[]>

/** What cells say of how fields are shown; `onOdd` is told of roles whose cells cannot be used. */
export function toFieldConfig(cells: ConfigCells, onOdd: (role: ConfigRole, cell: unknown) => void): FieldMeta {
  const config: Record<string, unknown> = {}
  const add = (role: ConfigRole, cell: unknown, part: FieldConfig | Record<string, unknown>) => {
    // What is wrong would be refused by every panel.
    if (validate(FieldConfig, part).ok) Object.assign(config, part)
    else onOdd(role, cell)
  }
  const first = (role: ConfigRole) => cells.get(role)?.find((cell) => cell !== null && cell !== undefined)
  for (const role of ['min', 'max', 'decimals'] as const) {
    const cell = first(role)
    if (cell !== undefined) add(role, cell, { [role]: toNumber(cell) })
  }
  for (const role of ['unit', 'displayName', 'noValue'] as const) {
    const cell = first(role)
    if (cell !== undefined) add(role, cell, { [role]: String(cell) })
  }
  const color = first('color')
  if (color !== undefined) add('color', color, { color: { type: 'fixed', color } })
  const steps = (['threshold1', 'threshold2'] as const).flatMap((role) => {
    const cell = first(role)
    if (cell === undefined) return []
    const value = toNumber(cell)
    if (Number.isFinite(value)) return [{ value, color: role === 'threshold1' ? 'orange' : 'red' }]
    onOdd(role, cell)
    return []
  })
  if (steps.length > 0)
    add('threshold1', '', { thresholds: { mode: 'absolute', steps: [{ color: 'green' }, ...steps] } })
  const mappings = toMappings(cells)
  if (mappings.length > 0) add('mappingValue', mappings[0]!.value, { mappings })
  const { unit, displayName, ...others } = config as FieldConfig
  return {
    ...(unit !== undefined && { unit }),
    ...(displayName !== undefined && { displayName }),
    ...(Object.keys(others).length > 0 && { config: others }),
  }
}

const toNumber = (cell: unknown) => (typeof cell === 'string' && cell.trim() === '' ? NaN : Number(cell))

function toMappings(cells: ConfigCells) {
  const values = cells.get('mappingValue') ?? []
  return values.flatMap((value, row) => {
    if (value === null || value === undefined) return []
    const text = cells.get('mappingText')?.[row]
    const color = cells.get('mappingColor')?.[row]
    return [
      {
        type: 'value',
        value: String(value),
        ...(text !== null && text !== undefined && { text: String(text) }),
        ...(color !== null && color !== undefined && { color }),
      },
    ]
  })
}
