import { listOf, type DetailedValue, type VariableValue } from '@orrery/format'
import { intervalFor, toDurationText, type TimeRange } from '@orrery/query'
import { parseDuration } from '@orrery/schema'
import { ALL_VALUES, AUTO_INTERVAL, type ValueVariable, type VariableOf, type VariableOption } from '../variable.ts'
import { isListVariable, isSeveral, takesCustom } from '../variables.ts'

/** Bounds what is typed, and what a pattern is matched against; patterns are bounded by the schema. */
const MAX_TEXT = 1024

/** Whether a value is all values of the variable's list. */
export const isAll = (variable: ValueVariable, value: VariableValue): boolean =>
  isListVariable(variable) &&
  variable.includeAll === true &&
  (value === ALL_VALUES || (typeof value !== 'string' && value.length === 1 && value[0] === ALL_VALUES))

/** Whether a text matches the pattern of a variable: the whole of it. */
export type Matches = (pattern: string, text: string) => boolean
const matchesWhole: Matches = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text)

/**
 * Whether a viewer may choose this value: listed options, several only where the author allowed it, All where it is
 * offered, other texts where they are, or the whole pattern. Nothing may be chosen of an empty list.
 */
export function admitValue(
  variable: ValueVariable,
  value: VariableValue,
  options: readonly VariableOption[],
  matches: Matches = matchesWhole,
): boolean {
  if (variable.type === 'text') {
    if (typeof value !== 'string' || value.length > MAX_TEXT) return false
    return variable.pattern === undefined || matches(variable.pattern, value)
  }
  if (isAll(variable, value)) return true
  const chosen = listOf(value)
  if (!isSeveral(variable) && typeof value !== 'string') return false
  if (chosen.length === 0) return variable.type === 'groupBy' || options.length === 0
  if (options.length === 0 && chosen.length === 1 && chosen[0] === '') return true
  const listed = new Set(options.map((option) => option.value))
  const isFree = takesCustom(variable) || (variable.type === 'groupBy' && variable.keys === undefined)
  return chosen.every((each) => listed.has(each) || (isFree && each.length <= MAX_TEXT && each !== ALL_VALUES))
}

/** A variable of several values always has a list. */
export const toShape = (variable: ValueVariable, value: VariableValue): VariableValue => {
  if (isSeveral(variable)) return listOf(value)
  return typeof value === 'string' ? value : (value[0] ?? '')
}

const ownDefault = (variable: ValueVariable): VariableValue | undefined => {
  if (variable.type === 'switch') return variable.default ? variable.on : variable.off
  if (variable.type === 'constant') return undefined
  return variable.default ?? (variable.type === 'groupBy' ? [] : undefined)
}

/** The value of a variable of which nothing was chosen: its default where that is offered, else All, else the first option. */
export function defaultValue(variable: ValueVariable, options: readonly VariableOption[]): VariableValue {
  const own = ownDefault(variable)
  const kept = own === undefined ? undefined : keepOffered(variable, own, options)
  if (kept !== undefined) return kept
  const rest = isListVariable(variable) && variable.includeAll ? ALL_VALUES : options[0]?.value
  return toShape(variable, rest ?? [])
}

/** What of a value is still offered; undefined where nothing is. */
function keepOffered(
  variable: ValueVariable,
  value: VariableValue,
  options: readonly VariableOption[],
): VariableValue | undefined {
  const shaped = toShape(variable, value)
  if (admitValue(variable, shaped, options)) return shaped
  const kept = listOf(shaped).filter((each) => admitValue(variable, toShape(variable, each), options))
  return kept.length > 0 ? toShape(variable, kept) : undefined
}

/** The value that a viewer wants, as far as it is offered; else as {@link defaultValue}. */
export const settleValue = (
  variable: ValueVariable,
  wanted: VariableValue | undefined,
  options: readonly VariableOption[],
): VariableValue =>
  (wanted === undefined ? undefined : keepOffered(variable, wanted, options)) ?? defaultValue(variable, options)

/** What a value is told by. */
export interface ValueContext {
  readonly options: readonly VariableOption[]
  /** What an automatic interval follows. */
  readonly range: TimeRange
  /** What people call All; `All` when omitted. */
  readonly allText?: string
}

/** An automatic interval at a range. */
export function autoInterval({ auto }: VariableOf<'interval'>, range: TimeRange): string {
  const least = (auto && parseDuration(auto.least)) || 1
  return toDurationText(intervalFor(range, auto?.count ?? 1, least))
}

/** An admitted value with all that templates can tell of it. */
export function detailValue(
  variable: ValueVariable,
  value: VariableValue,
  { options, range, allText = 'All' }: ValueContext,
): DetailedValue {
  if (variable.type === 'interval' && value === AUTO_INTERVAL)
    return { value: autoInterval(variable, range), isListed: true }
  if (isListVariable(variable) && isAll(variable, value)) {
    const { allValue } = variable
    const all = options.map((option) => option.value)
    return { ...detailListed(all, options), text: allText, ...(allValue !== undefined && { verbatim: allValue }) }
  }
  return detailListed(value, options)
}

function detailListed(value: VariableValue, options: readonly VariableOption[]): DetailedValue {
  const byValue = new Map(options.map((option) => [option.value, option]))
  const chosen = listOf(value)
  const found = chosen.map((each) => byValue.get(each))
  const inShape = (texts: readonly string[]): VariableValue => (typeof value === 'string' ? texts[0]! : texts)
  const names = new Set(found.flatMap((option) => Object.keys(option?.properties ?? {})))
  const properties = [...names].map((name) => [name, inShape(found.map((option) => option?.properties?.[name] ?? ''))])
  return {
    value,
    ...(found.some((option) => option?.text !== undefined) && {
      text: inShape(chosen.map((each, at) => found[at]?.text ?? each)),
    }),
    ...(names.size > 0 && { properties: Object.fromEntries(properties) as Record<string, VariableValue> }),
    isListed: found.every((option) => option !== undefined),
  }
}
