import { DatasourceKind } from '@orrery/query'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { ApiError } from '../api/client.ts'
import { deleteResource, putResource, testDatasource, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { toPageProblem, type PageProblem } from '../pages/use-load.ts'
import type { DatasourceType } from './datasource-type.ts'
import { checkDraft, isFine, isSameDraft, noProblems, toId, toResource, type Draft } from './draft.ts'
import { toDraftProblems } from './server-problems.ts'

/** What is edited: a draft, and the stored datasource that it came from unless it is new. */
export interface Edited {
  readonly draft: Draft
  readonly stored: Stored | undefined
}

export interface EditorOptions extends Edited {
  readonly type: DatasourceType
  /** Reads an answer of the host for further editing. */
  readonly open: (stored: Stored) => Promise<Edited>
}

export type TestState =
  | { readonly kind: 'running' }
  | { readonly kind: 'ok'; readonly message: string }
  | ({ readonly kind: 'failed' } & PageProblem)

/** Editing one datasource: the draft and what is wrong with it, and testing, saving and deleting it. */
export function useEditor({ type, open, ...start }: EditorOptions) {
  const stored = shallowRef(start.stored)
  const saved = shallowRef(start.draft)
  const draft = shallowRef(start.draft)
  const hasOwnId = ref(start.stored !== undefined)
  const isChecked = ref(false)
  const refused = shallowRef(noProblems)
  const failure = shallowRef<PageProblem>()
  const isConflict = ref(false)
  const busy = ref<'save' | 'delete'>()
  const test = shallowRef<TestState>()
  let testing = new AbortController()

  const isDirty = computed(() => !isSameDraft(saved.value, draft.value))
  const problems = computed(() => {
    const own = isChecked.value ? checkDraft(draft.value, type) : noProblems
    return { ...refused.value, ...own, options: own.options.length ? own.options : refused.value.options }
  })
  const resource = () => toResource(draft.value, type, session.namespace, stored.value)

  function forget() {
    testing.abort()
    test.value = undefined
    failure.value = undefined
    isConflict.value = false
    refused.value = noProblems
  }
  onScopeDispose(() => testing.abort())

  /** Takes over an edit; the id follows the title until somebody gives it its own. */
  function edit(patch: Partial<Draft>) {
    forget()
    if (patch.id !== undefined) hasOwnId.value = true
    const follows = patch.title !== undefined && !hasOwnId.value
    draft.value = { ...draft.value, ...patch, ...(follows && { id: toId(patch.title) }) }
  }

  function isReady() {
    isChecked.value = true
    return isFine(checkDraft(draft.value, type))
  }

  function fail(error: unknown) {
    refused.value = toDraftProblems(error)
    isConflict.value = error instanceof ApiError && error.code === 'RESOURCE_CONFLICT'
    failure.value = toPageProblem(error)
  }

  /** Tries the settings as they are now; any edit drops the answer. */
  async function runTest(): Promise<void> {
    forget()
    if (!isReady()) return
    testing = new AbortController()
    const { signal } = testing
    test.value = { kind: 'running' }
    try {
      const { message } = await testDatasource(resource(), signal)
      if (!signal.aborted) test.value = { kind: 'ok', message }
    } catch (error) {
      if (signal.aborted) return
      refused.value = toDraftProblems(error)
      test.value = { kind: 'failed', ...toPageProblem(error) }
    }
  }

  /** Whether it is saved now. */
  async function save(): Promise<boolean> {
    if (busy.value) return false
    forget()
    if (!isReady()) return false
    const sent = draft.value
    busy.value = 'save'
    try {
      const next = await open(await putResource(DatasourceKind.plural, resource(), stored.value?.revision))
      stored.value = next.stored
      saved.value = next.draft
      hasOwnId.value = true
      // What was edited meanwhile stays to be saved.
      if (draft.value === sent) draft.value = next.draft
      return true
    } catch (error) {
      fail(error)
      return false
    } finally {
      busy.value = undefined
    }
  }

  /** Deletes what is stored; throws what the host refuses. */
  async function remove(): Promise<void> {
    if (!stored.value) return
    forget()
    busy.value = 'delete'
    try {
      await deleteResource(DatasourceKind.plural, stored.value.resource.id, stored.value.revision)
      saved.value = draft.value
    } finally {
      busy.value = undefined
    }
  }

  return { stored, draft, problems, isDirty, failure, isConflict, busy, test, edit, forget, runTest, save, remove }
}
