import { sectionsOf, variableDependencies, type DashboardSpec } from '@orrery/dashboard'
import { usedVariables } from '@orrery/sdk'

/** Who names a variable of the dashboard. */
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

export function usagesOf(spec: DashboardSpec, name: string): VariableUsages {
  const isNamed = (value: unknown) => usedVariables(value).includes(name)
  const items = JSON.stringify(spec.layout).includes(`"${name}"`) ? spec.layout : undefined
  const panels = Object.entries(spec.panels).filter(
    ([id, panel]) => isNamed(panel) || (items && placesPanel(items, id, name)),
  )
  const dependencies = variableDependencies(spec)
  return {
    panels: panels.map(([id, { title }]) => title || id),
    variables: [...dependencies].flatMap(([key, above]) => (above.some((each) => each.key === name) ? [key] : [])),
    others: [
      ...(spec.annotations ?? []).filter(isNamed).map((annotation) => annotation.name),
      ...sectionsOf(spec.layout)
        .filter(({ title, repeat, showIf }) => isNamed(title) || repeat === name || placesName(showIf, name))
        .map(({ id, title }) => title || id),
    ],
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
