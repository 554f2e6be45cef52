import type { TimeRange } from '@orrery/sdk'
import { annotatingKey } from '@orrery/ui'
import { inject, provide, ref, type Ref } from 'vue'
import { t } from '../text.ts'
import { panelAnnotatingKey } from './use-annotating.ts'

/** Lets people annotate in the charts of a panel, where they may. */
export function usePanelAnnotating(
  panel: string,
  range: () => TimeRange,
): { readonly isPossible: Readonly<Ref<boolean>>; readonly annotate: () => void } {
  const page = inject(panelAnnotatingKey, undefined)
  const charts = ref(0)
  const isPossible = ref(false)
  const count = (by: number) => {
    charts.value += by
    isPossible.value = charts.value > 0
  }
  if (page)
    provide(annotatingKey, {
      attach: () => {
        count(1)
        return () => count(-1)
      },
      annotate: (at) => page.annotate(panel, at),
      actionsOf: (id) => {
        const record = page.find(id)
        if (!record) return []
        return [
          { title: t('Edit'), run: () => page.edit(panel, record) },
          { title: t('Delete'), run: () => page.remove(record) },
        ]
      },
    })
  return { isPossible, annotate: () => page?.annotate(panel, { time: Math.round(range().to) }) }
}
