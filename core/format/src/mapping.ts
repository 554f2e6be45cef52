import { Choice, Type, Variants, type Static } from '@orrery/schema'

import { ColorName } from './color-option.ts'
import { toRegExp } from './pattern.ts'

const shown = {
  text: Type.Optional(Type.String({ title: 'Text', description: 'Shown in place of the value.' })),
  color: Type.Optional(ColorName),
  icon: Type.Optional(
    Type.String({ title: 'Icon', description: 'The name of a Lucide icon.', pattern: '^[a-z0-9-]{1,64}$' }),
  ),
}

/** What one value, a range, a pattern or a special value is shown as. */
export const Mapping = Variants(
  [
    Type.Object(
      {
        type: Type.Literal('value'),
        value: Type.String({ title: 'Value', description: 'Compared as text.' }),
        ...shown,
      },
      { title: 'Value' },
    ),
    Type.Object(
      {
        type: Type.Literal('range'),
        from: Type.Optional(Type.Number({ title: 'From', description: 'Included; empty: no lower end.' })),
        to: Type.Optional(Type.Number({ title: 'To', description: 'Included; empty: no upper end.' })),
        ...shown,
      },
      { title: 'Range' },
    ),
    Type.Object(
      {
        type: Type.Literal('regex'),
        pattern: Type.String({
          title: 'Pattern',
          description: 'The text may hold $1 for a group.',
          maxLength: 1000,
        }),
        ...shown,
      },
      { title: 'Regular expression' },
    ),
    Type.Object(
      {
        type: Type.Literal('special'),
        match: Choice(
          {
            null: 'Null',
            nan: 'NaN',
            'null+nan': 'Null or NaN',
            true: 'True',
            false: 'False',
            empty: 'Empty text',
          },
          { title: 'Value' },
        ),
        ...shown,
      },
      { title: 'Special value' },
    ),
  ],
  { title: 'Value mapping' },
)
export type Mapping = Static<typeof Mapping>

/** What a mapping shows for a value: a text, a colour's name, an icon's name, or several of them. */
export interface MappedValue {
  readonly text?: string
  readonly color?: string
  readonly icon?: string
}

type Match = (value: unknown, text: string) => MappedValue | undefined

const isMissing = (value: unknown) => value === null || value === undefined
const specials: Record<Extract<Mapping, { type: 'special' }>['match'], (value: unknown) => boolean> = {
  null: isMissing,
  nan: Number.isNaN,
  'null+nan': (value) => isMissing(value) || Number.isNaN(value),
  true: (value) => value === true,
  false: (value) => value === false,
  empty: (value) => value === '',
}

const toMapped = ({ text, color, icon }: Mapping): MappedValue => ({
  ...(text !== undefined && { text }),
  ...(color !== undefined && { color }),
  ...(icon !== undefined && { icon }),
})

const fillGroups = (text: string, groups: RegExpExecArray) =>
  text.replace(/\$(\d)|\$<(\w+)>/g, (_, index: string | undefined, name: string) =>
    index === undefined ? (groups.groups?.[name] ?? '') : (groups[Number(index)] ?? ''),
  )

function toMatch(mapping: Exclude<Mapping, { type: 'value' }>): Match {
  const { text } = mapping
  const mapped = toMapped(mapping)
  if (mapping.type === 'range') {
    const { from = -Infinity, to = Infinity } = mapping
    return (value) => (typeof value === 'number' && value >= from && value <= to ? mapped : undefined)
  }
  if (mapping.type === 'special') {
    const isSpecial = specials[mapping.match]
    return (value) => (isSpecial(value) ? mapped : undefined)
  }
  const pattern = toRegExp(mapping.pattern, 'a value mapping')
  return (value, valueText) => {
    const groups = isMissing(value) ? null : pattern.exec(valueText)
    if (groups === null) return undefined
    return text === undefined ? mapped : { ...mapped, text: fillGroups(text, groups) }
  }
}

/** Compiles the mappings: runs of value mappings become one look-up. The first mapping that matches wins. */
function compileMappings(mappings: readonly Mapping[]): Match {
  const matches: Match[] = []
  let run: Map<string, MappedValue> | undefined
  for (const mapping of mappings) {
    if (mapping.type !== 'value') {
      run = undefined
      matches.push(toMatch(mapping))
      continue
    }
    if (run === undefined) {
      const values = new Map<string, MappedValue>()
      run = values
      matches.push((value, text) => (isMissing(value) ? undefined : values.get(text)))
    }
    if (!run.has(mapping.value)) run.set(mapping.value, toMapped(mapping))
  }
  return (value, text) => {
    for (const match of matches) {
      const mapped = match(value, text)
      if (mapped !== undefined) return mapped
    }
    return undefined
  }
}

const compiled = new WeakMap<readonly Mapping[], Match>()

/**
 * What the first matching mapping shows for a value, or undefined. Mappings are compiled once an array, so an array must
 * not be changed in place. Throws `FORMAT_PATTERN_INVALID`.
 */
export function applyMappings(value: unknown, mappings: readonly Mapping[]): MappedValue | undefined {
  let match = compiled.get(mappings)
  if (match === undefined) compiled.set(mappings, (match = compileMappings(mappings)))
  return match(value, typeof value === 'string' ? value : String(value))
}
