import { variablesOfCondition, type Condition } from '../condition.ts'
import type { DashboardSpec } from '../dashboard.ts'
import type { DashboardProblem } from '../errors.ts'
import type { Variable } from '../variable.ts'
import { hasPanel } from '../panel-entry.ts'
import { isValueVariable } from '../variables.ts'
import type { AutoItem } from './auto.ts'
import { GRID_COLUMNS, overlaps, type GridItem } from './grid.ts'
import { hasSections, type Layout, type Section } from './layout.ts'

/** What has been seen so far, and what is known at a place. */
interface Scope {
  readonly spec: Pick<DashboardSpec, 'panels' | 'libraryPanels'>
  readonly shown: Set<string>
  readonly sections: Set<string>
  /** Names of the variables whose values stand there. */
  readonly variables: ReadonlySet<string>
}

/** What is wrong with a layout: what it names does not exist, or is shown twice, or lies over something else. */
export function layoutProblems(
  layout: Layout,
  spec: Pick<DashboardSpec, 'panels' | 'libraryPanels' | 'variables'>,
): readonly DashboardProblem[] {
  const scope = {
    spec,
    shown: new Set<string>(),
    sections: new Set<string>(),
    variables: new Set(namesOf(spec.variables ?? [])),
  }
  return problemsOf(layout, '/layout', scope)
}

const namesOf = (variables: readonly Variable[]) => variables.filter(isValueVariable).map(({ name }) => name)

function problemsOf(layout: Layout, path: string, scope: Scope): readonly DashboardProblem[] {
  if (hasSections(layout))
    return layout.sections.flatMap((section, index) => sectionProblems(section, `${path}/sections/${index}`, scope))
  return layout.items.flatMap((item, index) => {
    const place = layout.type === 'grid' ? placeMessages(layout.items, index) : []
    const messages = [
      ...panelMessages(item, scope),
      ...place,
      ...dependencyMessages(item.repeat?.variable, item, scope),
    ]
    return messages.map((message) => ({ path: `${path}/items/${index}`, message }))
  })
}

function sectionProblems(section: Section, path: string, scope: Scope): readonly DashboardProblem[] {
  const { id, repeat, variables = [], layout } = section
  const again = scope.sections.has(id)
    ? [{ path: `${path}/id`, message: `is "${id}" again, which names another section` }]
    : []
  scope.sections.add(id)
  const inner = { ...scope, variables: new Set([...scope.variables, ...namesOf(variables)]) }
  return [
    ...again,
    ...dependencyMessages(repeat, section, scope).map((message) => ({ path, message })),
    ...problemsOf(layout, `${path}/layout`, inner),
  ]
}

function panelMessages({ panel }: AutoItem | GridItem, { spec, shown }: Scope): readonly string[] {
  const again = shown.has(panel) ? [`shows panel "${panel}" again`] : []
  shown.add(panel)
  return [...(hasPanel(spec, panel) ? [] : [`shows panel "${panel}", which does not exist`]), ...again]
}

function placeMessages(items: readonly GridItem[], index: number): readonly string[] {
  const item = items[index]!
  const other = items.findIndex((before, at) => at < index && overlaps(before, item))
  return [
    ...(item.x + item.w > GRID_COLUMNS ? [`ends in column ${item.x + item.w} of ${GRID_COLUMNS}`] : []),
    ...(other >= 0 ? [`lies over item ${other}`] : []),
  ]
}

function dependencyMessages(
  repeat: string | undefined,
  { showIf }: { readonly showIf?: Condition },
  { variables }: Scope,
): readonly string[] {
  const missing = (showIf ? variablesOfCondition(showIf) : []).filter((name) => !variables.has(name))
  return [
    ...(repeat !== undefined && !variables.has(repeat)
      ? [`repeats by variable "${repeat}", which does not exist`]
      : []),
    ...missing.map((name) => `depends on variable "${name}", which does not exist`),
    ...(showIf?.rules ?? []).flatMap((rule) =>
      rule.type === 'variable' && rule.operator.endsWith('atches') && !isRegex(rule.value)
        ? [`depends on "${rule.value}", which is no regular expression`]
        : [],
    ),
  ]
}

function isRegex(text: string): boolean {
  try {
    return Boolean(new RegExp(text))
  } catch {
    return false
  }
}
