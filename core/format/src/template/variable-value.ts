import type { VariableSegment } from './template.ts'

/** Value of a variable: one text, or several of a multi-valued one. */
export type VariableValue = string | readonly string[]
/** By the names of the variables. */
export type VariableValues = Readonly<Record<string, VariableValue>>

/** A value with what is known of it. */
export interface DetailedValue {
  readonly value: VariableValue
  /** As people read it; the value when absent. */
  readonly text?: VariableValue
  /** What `${name.property}` writes: one text for each value. */
  readonly properties?: Readonly<Record<string, VariableValue>>
  /** Written in place of the value, as it is, in all formats but `text`: what the author wrote for All. */
  readonly verbatim?: string
  /** Its author or its source listed it: it is no text that somebody typed. */
  readonly isListed?: boolean
}

/** The values that a template may name. */
export type VariableScope = Readonly<Record<string, VariableValue | DetailedValue>>

export const toDetailed = (value: VariableValue | DetailedValue): DetailedValue =>
  typeof value === 'string' || isList(value) ? { value } : value

const isList = (value: VariableValue | DetailedValue): value is readonly string[] => Array.isArray(value)

/** The values as a list, also where there is one. */
export const listOf = (value: VariableValue): readonly string[] => (typeof value === 'string' ? [value] : value)

/** What a variable of a template says: the value, or what its path names. Undefined where there is no such thing. */
export function readVariable(
  { variable, path }: Pick<VariableSegment, 'variable' | 'path'>,
  scope: VariableScope,
): DetailedValue | undefined {
  if (!Object.hasOwn(scope, variable)) return undefined
  const found = toDetailed(scope[variable]!)
  if (path.length === 0) return found
  const { value, text = value, properties = {}, isListed = false } = found
  const key = path.join('.')
  if (Object.hasOwn(properties, key)) return { value: properties[key]!, isListed }
  if (key === 'value') return { value, isListed }
  if (key === 'text') return { value: text, isListed }
  const at = /^\d+$/.test(key) ? Number(key) : -1
  const one = listOf(value)[at]
  return one === undefined ? undefined : { value: one, text: listOf(text)[at] ?? one, isListed }
}
