import { usedVariables } from '@orrery/format'
import type { DashboardSpec } from '../dashboard.ts'
import { sectionsAround, sectionsOf, sectionsTo } from '../layout/walk.ts'
import type { Section } from '../layout/layout.ts'
import type { Variable } from '../variable.ts'

type Spec = Pick<DashboardSpec, 'variables' | 'layout'>

/** A variable with the place that declares it. */
export interface ScopedVariable {
  /** Tells it from all others: its name, and of a section's `SECTION/NAME`. */
  readonly key: string
  /** The section that declares it; undefined for the dashboard. */
  readonly section: string | undefined
  readonly variable: Variable
}
/** The variables that are known at a place, by name. */
export type VariablesByName = ReadonlyMap<string, ScopedVariable>

export const variableKey = (section: string | undefined, name: string): string =>
  section === undefined ? name : `${section}/${name}`

const scoped = (section: string | undefined, variables: readonly Variable[] = []): readonly ScopedVariable[] =>
  variables.map((variable) => ({ key: variableKey(section, variable.name), section, variable }))

/** Variables of a dashboard outside of its sections. */
export const ownVariables = (variables: readonly Variable[] | undefined): readonly ScopedVariable[] =>
  scoped(undefined, variables)

/** All variables of a dashboard: its own, then those of its sections, outer ones first. */
export const scopedVariables = ({ variables, layout }: Spec): readonly ScopedVariable[] => [
  ...scoped(undefined, variables),
  ...sectionsOf(layout).flatMap((section) => scoped(section.id, section.variables)),
]

/** The variables that are known within these sections, outer ones first; inner ones stand before outer ones of the same name. */
export const variablesWithin = ({ variables }: Spec, sections: readonly Section[]): VariablesByName =>
  new Map(
    [...scoped(undefined, variables), ...sections.flatMap((section) => scoped(section.id, section.variables))].map(
      (each) => [each.variable.name, each],
    ),
  )

/** The variables that a panel knows; those of the dashboard where the layout does not show it. */
export const variablesOfPanel = (spec: Spec, panel: string): VariablesByName =>
  variablesWithin(spec, sectionsAround(spec.layout, panel) ?? [])

/** Names of the variables that a variable's definition names. */
function namedBy(variable: Variable): readonly string[] {
  const { name: _, label: _label, description: _description, ...definition } = variable
  return usedVariables(definition)
}

/** Which variables each one's definition names, by key. */
export function variableDependencies(spec: Spec): ReadonlyMap<string, readonly ScopedVariable[]> {
  return new Map(
    scopedVariables(spec).map(({ key, section, variable }) => {
      const around = section === undefined ? [] : sectionsTo(spec.layout, section)
      // Within its own definition, a name that it shares with an outer one is the outer one.
      const outer = variablesWithin(spec, around.slice(0, -1))
      const inner = variablesWithin(spec, around)
      const found = namedBy(variable).flatMap((name) => (name === variable.name ? outer : inner).get(name) ?? [])
      return [key, found.filter((each) => each.key !== key)]
    }),
  )
}

/** These variables and all that they depend on, each after those that it depends on. A circle ends where it began. */
export function withDependencies(
  variables: Iterable<ScopedVariable>,
  dependencies: ReadonlyMap<string, readonly ScopedVariable[]>,
): readonly ScopedVariable[] {
  const ordered = new Map<string, ScopedVariable>()
  const entered = new Set<string>()
  const enter = (each: ScopedVariable) => {
    if (entered.has(each.key)) return
    entered.add(each.key)
    dependencies.get(each.key)?.forEach(enter)
    ordered.set(each.key, each)
  }
  for (const each of variables) enter(each)
  return [...ordered.values()]
}

/** Those that depend on themselves, by way of others or not. */
export function circularVariables(spec: Spec): readonly ScopedVariable[] {
  const dependencies = variableDependencies(spec)
  const all = scopedVariables(spec)
  return all.filter(({ key, variable }) => {
    if (variable.type !== 'filters' && namesItself(spec, key, variable)) return true
    return withDependencies(dependencies.get(key) ?? [], dependencies).some((each) => each.key === key)
  })
}

function namesItself(spec: Spec, key: string, variable: Variable): boolean {
  if (!namedBy(variable).includes(variable.name)) return false
  const section = key.includes('/') ? key.slice(0, key.indexOf('/')) : undefined
  const around = section === undefined ? [] : sectionsTo(spec.layout, section)
  return section === undefined || !variablesWithin(spec, around.slice(0, -1)).has(variable.name)
}
