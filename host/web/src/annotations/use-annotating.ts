import { can } from '@orrery/access'
import type { AnnotationBody, AnnotationRecord } from '@orrery/api'
import { Dashboard } from '@orrery/dashboard'
import { useToasts, type AnnotatedTime } from '@orrery/ui'
import { provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { addAnnotation, deleteAnnotation, putAnnotation } from '../api/annotations.ts'
import { session } from '../api/session.ts'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { t } from '../text.ts'
import { draftOf, newDraft, type AnnotationDraft } from './annotation-draft.ts'
import type { Records } from './use-records.ts'

/** What panels ask of the page to annotate. */
export interface PanelAnnotating {
  readonly annotate: (panel: string, at: AnnotatedTime) => void
  /** One that was made by hand. */
  readonly find: (id: string) => AnnotationRecord | undefined
  readonly edit: (panel: string, record: AnnotationRecord) => void
  readonly remove: (record: AnnotationRecord) => void
}

/** Panels find it where people may annotate. */
export const panelAnnotatingKey: InjectionKey<PanelAnnotating> = Symbol('annotating in panels')

export interface Annotating {
  /** The annotation whose dialog is open. */
  readonly draft: ShallowRef<AnnotationDraft | undefined>
  /** That which is about to be deleted. */
  readonly doomed: ShallowRef<AnnotationRecord | undefined>
  readonly save: (body: AnnotationBody) => Promise<void>
  readonly remove: () => Promise<void>
  /** Both dialogs. */
  readonly close: () => void
}

export interface AnnotatingOptions {
  readonly dashboard: () => ViewedDashboard
  readonly timeZone: () => string
  readonly records: Records
}

/** Making, changing and deleting annotations by hand, for all panels below. */
export function useAnnotating({ dashboard, timeZone, records }: AnnotatingOptions): Annotating {
  const draft = shallowRef<AnnotationDraft>()
  const doomed = shallowRef<AnnotationRecord>()
  const { show } = useToasts()
  const annotate = (key: string, at: AnnotatedTime) => {
    const { id, revision } = dashboard()
    if (revision === undefined) return void show(t('Save the dashboard first: annotations belong to it.'))
    draft.value = newDraft(at, { dashboard: id, panel: parseInstanceKey(key).panel, zone: timeZone() })
  }
  if (session.user && can(session.user, 'write', { kind: Dashboard.kind }))
    provide(panelAnnotatingKey, {
      annotate,
      find: (id) => records.list.value.find((record) => record.id === id),
      edit: (key, record) => {
        // One of another dashboard is shown by panels of that.
        const panel = record.dashboard === dashboard().id ? parseInstanceKey(key).panel : undefined
        draft.value = draftOf(record, { panel, zone: timeZone() })
      },
      remove: (record) => (doomed.value = record),
    })
  return {
    draft,
    doomed,
    save: async (body) => {
      const id = draft.value?.id
      await (id === undefined ? addAnnotation(body) : putAnnotation(id, body))
      records.load()
      show(t('The annotation is saved'), { kind: 'ok' })
    },
    remove: async () => {
      if (doomed.value) await deleteAnnotation(doomed.value.id)
      records.load()
      show(t('The annotation is deleted'), { kind: 'ok' })
    },
    close: () => {
      draft.value = undefined
      doomed.value = undefined
    },
  }
}
