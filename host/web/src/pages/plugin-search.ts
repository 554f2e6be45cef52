import type { PluginInfo } from '../plugins/plugin-list.ts'

export interface PluginContribution {
  readonly kind: string
  readonly id: string
  readonly title: string
}

/** What a plugin brings, by kind and title. */
export const contributionsIn = ({ contributes }: PluginInfo): readonly PluginContribution[] =>
  contributes
    .map(({ kind, id, title }) => ({ kind: String(kind), id: String(id), title: String(title) }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.title.localeCompare(b.title))

/** Plugins that hold every word of a search in their names, description or contributions, by title. */
export function findPlugins(plugins: readonly PluginInfo[], search: string): readonly PluginInfo[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = (plugin: PluginInfo) =>
    [
      plugin.title,
      plugin.id,
      plugin.description,
      ...contributionsIn(plugin).flatMap(({ kind, id, title }) => [kind, id, title]),
    ]
      .join(' ')
      .toLowerCase()
  return plugins
    .filter((plugin) => words.every((word) => textOf(plugin).includes(word)))
    .sort((a, b) => a.title.localeCompare(b.title))
}
