import { validate, type TSchema } from '@orrery/schema'
import type { Random } from './random.ts'

/** The parts of a JSON schema that a value is made by. */
interface Node {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Node[]
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Node
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Node>>
}

const texts = [
  'a',
  'home',
  'default',
  'd',
  'ops',
  '1',
  'A',
  'now-1h',
  'now',
  'UTC',
  'http://a.example',
  '5m',
  'fake',
  'correct horse',
]
const anything: readonly unknown[] = ['text', 0, 1.5, true, null, [], {}, { expr: 'up' }, ['a', 1]]

/** A text that fits, out of those that mostly do somewhere. */
const textOf = (node: Node, random: Random) => {
  const fitting = texts.filter((text) => validate(node as TSchema, text).ok)
  return fitting.length ? random.pick(fitting) : random.pick(texts)
}

/** A value that a schema admits, in all but rare cases. */
export function valueOf(node: Node, random: Random): unknown {
  if ('const' in node) return node.const
  if (node.enum) return random.pick(node.enum)
  if (node.anyOf) return valueOf(random.pick(node.anyOf), random)
  if (node.type === 'string') return textOf(node, random)
  if (node.type === 'boolean') return random.chance(0.5)
  if (node.type === 'number' || node.type === 'integer') {
    const { minimum = 0, maximum = 1000 } = node
    return random.chance(0.2)
      ? random.pick([minimum, maximum])
      : minimum + random.below(Math.min(maximum - minimum, 50))
  }
  if (node.type === 'array')
    return Array.from({ length: (node.minItems ?? 0) + random.below(3) }, () => valueOf(node.items ?? {}, random))
  if (node.type === 'object') {
    const named = Object.entries(node.properties ?? {})
      .filter(([name]) => node.required?.includes(name) || random.chance(0.5))
      .map(([name, property]) => [name, valueOf(property, random)])
    const others = Object.values(node.patternProperties ?? {}).map((property) => [
      random.pick(['a', 'A', 'x.y']),
      valueOf(property, random),
    ])
    return Object.fromEntries([...named, ...others]) as unknown
  }
  return random.pick(anything)
}

const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown

/** What nobody should send. */
export const hostileTexts: readonly string[] = [
  '',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '𝕆rrery 🪐',
  '\u202Eevil',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  "'; drop table resources; --",
  '%00%ff',
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  'x'.repeat(5000),
  '9'.repeat(400),
  'NaN',
  '-0',
]
const hostile: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  -0.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  [],
  [[]],
  {},
  { length: 1e9 },
  { toString: 'no', valueOf: 1 },
  { $secret: 'a' },
  { $env: 'PATH' },
  { $file: '/etc/passwd' },
  { $ref: '#' },
  JSON.parse('{"__proto__": {"admin": true}}'),
  JSON.parse('{"constructor": {"prototype": {"admin": true}}}'),
  deep(60),
  deep(2000),
  Array.from({ length: 2000 }, () => 'a'),
]
export const hostileValue = (random: Random): unknown => random.pick(hostile)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The value with one of its parts turned hostile, left out or added. */
export function spoiled(value: unknown, random: Random): unknown {
  if (!isObject(value) || random.chance(0.15)) return hostileValue(random)
  const names = Object.keys(value)
  if (Array.isArray(value))
    return names.length && random.chance(0.8)
      ? value.with(random.below(names.length), spoiled(random.pick(value), random))
      : [...(value as unknown[]), hostileValue(random)]
  if (!names.length || random.chance(0.2))
    return { ...value, [random.pick(['extra', 'toString', 'prototype', 'a\u0000'])]: hostileValue(random) }
  const name = random.pick(names)
  if (random.chance(0.25)) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))
  return { ...value, [name]: spoiled(value[name], random) }
}
