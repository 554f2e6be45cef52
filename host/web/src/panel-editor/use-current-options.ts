import type { PanelSpec } from '@orrery/dashboard'
import { shallowRef, watch, type ShallowRef } from 'vue'
import { toPageProblem, type PageProblem } from '../pages/use-load.ts'
import { currentOptions, installedVersion } from '../plugins/options.ts'
import { panelType } from './panel-schema.ts'

export interface CurrentOptions {
  /** As the installed plugin reads them; undefined until they are brought up to date. */
  readonly options: Readonly<ShallowRef<PanelSpec['options'] | undefined>>
  readonly problem: Readonly<ShallowRef<PageProblem | undefined>>
}

/** The options of a panel in the version that is installed: saved ones of an older version are brought up to it first. */
export function useCurrentOptions(panel: () => PanelSpec): CurrentOptions {
  const options = shallowRef<PanelSpec['options']>()
  const problem = shallowRef<PageProblem>()
  watch(
    () => [panel().type, panel().options, panel().version] as const,
    async ([id, saved, version]) => {
      const type = panelType(id)
      problem.value = undefined
      if (!type || (version ?? 1) === installedVersion(type)) {
        options.value = saved
        return
      }
      try {
        const current = await currentOptions(type, { options: saved, version })
        if (saved === panel().options) options.value = { ...current }
      } catch (error) {
        if (saved === panel().options) problem.value = toPageProblem(error)
      }
    },
    { immediate: true },
  )
  return { options, problem }
}

/** A panel with edited options, which are of the version that is installed. */
export function withOptions(panel: PanelSpec, options: PanelSpec['options']): PanelSpec {
  const { version: _, ...rest } = panel
  const type = panelType(panel.type)
  const version = type ? installedVersion(type) : (panel.version ?? 1)
  return { ...rest, options, ...(version > 1 && { version }) }
}
