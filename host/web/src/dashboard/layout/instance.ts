import { findItem, sectionsAround, type DashboardSpec, type Layout } from '@orrery/dashboard'
import { fillText, listOf, toDetailed, type DetailedValue, type VariableScope, type VariableValue } from '@orrery/sdk'

/** The values that repeats give to variables, by name. */
export type InstanceValues = Readonly<Record<string, string>>

export const noInstance: InstanceValues = {}

/** A panel as the page shows it: a repeated one is there once for each value. */
export interface PanelInstance {
  readonly panel: string
  readonly instance: InstanceValues
}

/** `cpu`, and `cpu@host=web-1` of a repeated panel: what tells it from all others on the page. */
export function instanceKey(id: string, instance: InstanceValues): string {
  const values = Object.entries(instance).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return values.length ? `${id}@${values.join('&')}` : id
}

/** Reads such a key. What is not written as one is the id of a panel. */
export function parseInstanceKey(key: string): PanelInstance {
  const at = key.indexOf('@')
  if (at < 0) return { panel: key, instance: noInstance }
  try {
    const values = key
      .slice(at + 1)
      .split('&')
      .map((part) => part.split('='))
      .map(([name = '', value = '']) => [name, decodeURIComponent(value)])
    return { panel: key.slice(0, at), instance: Object.fromEntries(values) as InstanceValues }
  } catch {
    return { panel: key, instance: noInstance }
  }
}

/** The part of one value; of several that are told by one text, as All is, there is none. */
const partOf = (part: VariableValue | undefined, value: VariableValue, wanted: string) => {
  if (typeof value === 'string') return typeof part === 'string' ? part : part?.[0]
  return typeof part === 'string' ? undefined : part?.[value.indexOf(wanted)]
}

/** The value that one of the values of a variable would be alone. */
function oneOf({ value, text, properties, isListed }: DetailedValue, wanted: string): DetailedValue {
  const name = partOf(text, value, wanted)
  const own = Object.entries(properties ?? {}).map(([key, each]) => [key, partOf(each, value, wanted) ?? ''])
  return {
    value: wanted,
    ...(name !== undefined && { text: name }),
    ...(own.length > 0 && { properties: Object.fromEntries(own) as Record<string, string> }),
    ...(isListed !== undefined && { isListed }),
  }
}

/** What variables are inside an instance; the same object where it changes nothing. */
export function withInstance(scope: VariableScope, instance: InstanceValues): VariableScope {
  const repeated = Object.entries(instance).filter(([name]) => Object.hasOwn(scope, name))
  if (!repeated.length) return scope
  return {
    ...scope,
    ...Object.fromEntries(repeated.map(([name, value]) => [name, oneOf(toDetailed(scope[name]!), value)])),
  }
}

/** The title of a panel as people see it. */
export function titleOfInstance({ panels }: Pick<DashboardSpec, 'panels'>, key: string, scope: VariableScope): string {
  const { panel, instance } = parseInstanceKey(key)
  return fillText(panels[panel]?.title || panel, withInstance(scope, instance))
}

/** What something is shown for: once for each value of a variable, within what is around it; once where it has none. */
export function repeatInstances(
  scope: VariableScope,
  variable: string | undefined,
  around: InstanceValues,
): readonly InstanceValues[] {
  if (variable === undefined || !Object.hasOwn(scope, variable)) return [around]
  // An empty text is the value of a variable that has nothing to offer.
  const values = new Set(listOf(toDetailed(scope[variable]!).value).filter((value) => value !== ''))
  return values.size ? [...values].map((value) => ({ ...around, [variable]: value })) : [around]
}

/** The first instance of a panel, within the first ones of the sections around it. */
export function firstInstance(layout: Layout, panel: string, scope: VariableScope): InstanceValues {
  const sections = (sectionsAround(layout, panel) ?? []).map((section) => section.repeat)
  return [...sections, findItem(layout, panel)?.repeat?.variable].reduce(
    (around, variable) => repeatInstances(scope, variable, around)[0] ?? around,
    noInstance,
  )
}
