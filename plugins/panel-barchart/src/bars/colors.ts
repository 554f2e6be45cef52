import { applyMappings, colorOf, colorStatistic, display, resolveColor, type Theme } from '@orrery/sdk'
import type { BarContent, BarGroup } from './read-bars.ts'

/** The colour of a group in legends, and of its bars where nothing else colours them. */
export function colorOfGroup({ config, name }: BarGroup, index: number, theme: Theme): string {
  // A config that colours values says nothing of a group as a whole.
  const own = colorStatistic(config) === undefined ? config : {}
  return colorOf(own, { index, name }, theme) ?? colorOf({}, { index, name }, theme)!
}

/**
 * Gives the colour of a bar: that of the chosen column, of a value mapping, of the value where the config says so, or of
 * the group. A lone group of series has the colours of the series where their config asks for a palette.
 */
export function barColors({ categories, groups }: BarContent, theme: Theme) {
  const ofGroups = groups.map((group, index) => colorOfGroup(group, index, theme))
  const distinct = new Map<unknown, number>()
  for (const { coloring } of categories)
    if (coloring && !distinct.has(coloring.value)) distinct.set(coloring.value, distinct.size)
  return (category: number, group: number, value: number): string => {
    const { coloring, own, text } = categories[category]!
    if (coloring) {
      const index = distinct.get(coloring.value)!
      const shown = display(coloring.value, coloring.config, theme).color
      return shown ?? colorOf({}, { index, name: String(coloring.value) }, theme)!
    }
    const config = own?.config ?? groups[group]!.config
    const mapped = config.mappings && applyMappings(value, config.mappings)?.color
    if (mapped !== undefined) return resolveColor(mapped, theme)
    if (colorStatistic(config) !== undefined) return colorOf(config, { value }, theme) ?? ofGroups[group]!
    return own?.config.color
      ? (colorOf(own.config, { index: category, name: text }, theme) ?? ofGroups[group]!)
      : ofGroups[group]!
  }
}
