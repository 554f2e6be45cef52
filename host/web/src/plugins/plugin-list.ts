import { PluginList } from '@orrery/api'
import type { Static } from '@orrery/sdk'
import { computed, shallowRef } from 'vue'
import { requestJson } from '../api/client.ts'
import { translatePlugin } from '../locales/catalogues.ts'

export type PluginInfo = Static<typeof PluginList>['plugins'][number]

/** A contribution as the manifest has it: data, with doors as paths. What its kind adds is read with care. */
export interface Contributed {
  readonly plugin: PluginInfo
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What is installed; empty until {@link ensurePlugins}. */
export const pluginList = shallowRef<Static<typeof PluginList>>({ plugins: [], problems: [] })

let loading: Promise<void> | undefined

async function load() {
  const { plugins, problems } = await requestJson(PluginList, '/api/v1/plugins')
  pluginList.value = { plugins: await Promise.all(plugins.map(translatePlugin)), problems }
}

/** Loads the list once, in the language of the page; a failure is tried again at the next call. */
export const ensurePlugins = (): Promise<void> =>
  (loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  }))

// Kept, because every panel looks its type up with every answer.
const contributions = computed((): readonly Contributed[] =>
  pluginList.value.plugins
    .flatMap((plugin) =>
      plugin.contributes.map((data) => ({
        plugin,
        kind: String(data['kind']),
        id: String(data['id']),
        title: String(data['title']),
        data,
      })),
    )
    .sort((a, b) => a.title.localeCompare(b.title)),
)

/** All contributions of a kind, by title. */
export const contributionsOf = (kind: string): readonly Contributed[] =>
  contributions.value.filter((contribution) => contribution.kind === kind)

export const findContribution = (kind: string, id: string): Contributed | undefined =>
  contributions.value.find((contribution) => contribution.kind === kind && contribution.id === id)

/** The page of a plugin. */
export const pluginPath = (id: string) => `/plugins/${encodeURIComponent(id)}`
