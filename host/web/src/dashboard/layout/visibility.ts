import { asksForData, hasSections, meetsCondition, type Condition, type Layout } from '@orrery/dashboard'
import { toDetailed, type TimeRange, type VariableScope } from '@orrery/sdk'
import { hasData, type PanelData } from '../../query/panel-data.ts'
import { instanceKey, repeatInstances, type InstanceValues } from './instance.ts'

/** What conditions are held against. */
export interface Facts {
  readonly scope: VariableScope
  readonly range: TimeRange
  /** Of panels, by their keys. */
  readonly data: ReadonlyMap<string, PanelData>
}

/** Whether one of these panels has data; undefined while it is not known. */
function anyHasData(data: ReadonlyMap<string, PanelData>, keys: readonly string[]): boolean | undefined {
  const found = keys.map((key) => data.get(key))
  if (found.some((each) => each && hasData(each.frames))) return true
  return found.every((each) => each?.answered) ? false : undefined
}

/** Whether a condition shows what it stands at, where that is, or has, these panels. */
export function isShown(condition: Condition, keys: readonly string[], { scope, range, data }: Facts): boolean {
  return meetsCondition(condition, {
    variables: Object.fromEntries(Object.entries(scope).map(([name, value]) => [name, toDetailed(value).value])),
    hasData: asksForData(condition) ? anyHasData(data, keys) : undefined,
    rangeMs: range.to - range.from,
  })
}

/** Keys of all panels of a layout, drawn out for the values of what repeats them. */
export function panelKeysOf(layout: Layout, scope: VariableScope, instance: InstanceValues): readonly string[] {
  if (!hasSections(layout))
    return layout.items.flatMap(({ panel, repeat }) =>
      repeatInstances(scope, repeat?.variable, instance).map((each) => instanceKey(panel, each)),
    )
  return layout.sections.flatMap((section) =>
    repeatInstances(scope, section.repeat, instance).flatMap((each) => panelKeysOf(section.layout, scope, each)),
  )
}
