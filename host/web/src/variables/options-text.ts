import { VariableOption } from '@orrery/dashboard'
import { Type, validate } from '@orrery/sdk'

const List = Type.Array(VariableOption)
const LooseList = Type.Array(Type.Record(Type.String(), Type.Unknown()))

/** Options as their author types them: `a, Label : b`, one or more a line, or JSON where they have properties. */
export function printOptions(options: readonly VariableOption[]): string {
  const isPlain = options.every(({ properties, value, text = '' }) => !properties && !/[,:\n\\]/.test(value + text))
  if (!isPlain)
    return JSON.stringify(
      options.map(({ properties, ...rest }) => ({ ...rest, ...properties })),
      null,
      2,
    )
  return options.map(({ value, text }) => (text === undefined ? value : `${text} : ${value}`)).join(', ')
}

/** Reads what {@link printOptions} writes, and lists of JSON: each with `value`, `text` and properties. Undefined where it is neither. */
export function parseOptions(text: string): readonly VariableOption[] | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('[')) return parseJson(trimmed)
  const parts = trimmed.split(/[,\n]/).map((part) => part.trim())
  const options = parts.flatMap((part): VariableOption[] => {
    if (part === '') return []
    const at = part.indexOf(' : ')
    return at < 0 ? [{ value: part }] : [{ value: part.slice(at + 3).trim(), text: part.slice(0, at).trim() }]
  })
  return once(options)
}

function parseJson(text: string): readonly VariableOption[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed) && parsed.every((each) => typeof each === 'string' || typeof each === 'number'))
      return once(parsed.map((each) => ({ value: String(each) })))
    const list = validate(LooseList, parsed)
    const options = list.ok ? list.value.map(toOption) : undefined
    return options && validate(List, options).ok ? once(options) : undefined
  } catch {
    return undefined
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function toOption({ value, text, ...rest }: Readonly<Record<string, unknown>>): VariableOption {
  const properties = Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, asText(each)]))
  return {
    value: asText(value),
    ...(text !== undefined && { text: asText(text) }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}

const once = (options: readonly VariableOption[]) =>
  [...new Map(options.toReversed().map((option) => [option.value, option])).values()].reverse()
