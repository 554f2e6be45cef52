import type { Dice } from './dice.ts'
import { fieldNames } from './random-frames.ts'

/** As much of a JSON Schema as options are made of. */
export interface OptionsNode {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly anyOf?: readonly OptionsNode[]
  readonly items?: OptionsNode
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, OptionsNode>>
  readonly 'x-ui'?: { readonly widget?: string }
}

const texts = ['', 'a', '/e/', '(.+)-(\\d)', 'we.*', 'web,db', '$1', 'YYYY-MM-DD', '$A', '1', '10, 20', 'UTC']

/** Options that a schema allows, mostly; about a third of what has a default has it. */
export function randomOptions(schema: OptionsNode, dice: Dice): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined && dice.roll() < 0.33) return schema.default
  if (schema.enum) return dice.pick(schema.enum)
  if (schema.anyOf) return randomOptions(dice.pick(schema.anyOf), dice)
  switch (schema.type) {
    case 'object':
      return randomObject(schema, dice)
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + dice.below(3) }, () => randomOptions(schema.items!, dice))
    case 'boolean':
      return dice.roll() < 0.5
    case 'integer':
      return Math.round(numberWithin(schema, dice))
    case 'number':
      return numberWithin(schema, dice)
    default:
      return randomText(schema, dice)
  }
}

function randomObject({ properties = {}, required = [] }: OptionsNode, dice: Dice) {
  const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || dice.roll() < 0.5)
  return Object.fromEntries(chosen.map(([name, property]) => [name, randomOptions(property, dice)]))
}

/** Small ones: a window of a thousand rows or a million buckets is nothing that differs. */
function numberWithin({ minimum = -5, maximum = 50 }: OptionsNode, dice: Dice): number {
  return minimum + dice.roll() * Math.min(maximum - minimum, 50)
}

function randomText({ format, 'x-ui': { widget } = {} }: OptionsNode, dice: Dice): string {
  if (format === 'duration') return dice.pick(['1m', '30s', '1h', '1d'])
  if (widget === 'field' || widget === 'fields') return dice.pick(fieldNames)
  if (widget === 'refId' || widget === 'query') return dice.pick(['A', 'B', 'C'])
  return dice.roll() < 0.5 ? dice.pick(fieldNames) : dice.pick(texts)
}
