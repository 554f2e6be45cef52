import { sectionsOf, variableDependencies, variablesOfPanel, type DashboardSpec } from '@orrery/dashboard'
import { usedVariables } from '@orrery/sdk'

/** Who names a variable. */
export interface VariableUsages {
  /** Titles of panels. */
  readonly panels: readonly string[]
  /** Names of other variables. */
  readonly variables: readonly string[]
  /** Titles of annotations, and of sections that repeat or are shown by it. */
  readonly others: readonly string[]
}

/** Whether a repeat or a condition, somewhere in an object, names a variable. */
function placesName(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((each) => placesName(each, name))
  const { repeat, variable } = value as { repeat?: unknown; variable?: unknown }
  return repeat === name || variable === name || Object.values(value).some((each) => placesName(each, name))
}

/** Who names the variable of this key: panels that know it by its name, other variables, sections and annotations. */
export function usagesOf(spec: DashboardSpec, key: string): VariableUsages {
  const name = key.slice(key.indexOf('/') + 1)
  const isNamed = (value: unknown) => usedVariables(value).includes(name)
  const panels = Object.entries(spec.panels).filter(
    ([id, panel]) =>
      variablesOfPanel(spec, id).get(name)?.key === key && (isNamed(panel) || placesPanel(spec.layout, id, name)),
  )
  const isOuter = key === name
  const sections = sectionsOf(spec.layout).filter(
    ({ title, repeat, showIf }) => isNamed(title) || repeat === name || placesName(showIf, name),
  )
  return {
    panels: panels.map(([id, { title }]) => title || id),
    variables: [...variableDependencies(spec)].flatMap(([user, above]) =>
      above.some((each) => each.key === key) ? [user] : [],
    ),
    others: isOuter
      ? [
          ...(spec.annotations ?? []).filter(isNamed).map((annotation) => annotation.name),
          ...sections.map(({ id, title }) => title || id),
        ]
      : [],
  }
}

/** Whether the place of a panel repeats, or is shown, by a variable. */
function placesPanel(layout: unknown, panel: string, name: string): boolean {
  if (typeof layout !== 'object' || layout === null) return false
  if ('panel' in layout && layout.panel === panel) return placesName(layout, name)
  return Object.values(layout).some((each) => placesPanel(each, panel, name))
}

export const isUsed = ({ panels, variables, others }: VariableUsages): boolean =>
  panels.length + variables.length + others.length > 0
