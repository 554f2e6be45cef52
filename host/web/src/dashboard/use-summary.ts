import type { PanelSpec } from '@orrery/dashboard'
import type { Frame, Summary } from '@orrery/sdk'
import { inject, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { openDoor } from '../plugins/doors.ts'
import { checkedOptions } from '../plugins/options.ts'
import { findContribution } from '../plugins/plugin-list.ts'
import { hasData } from '../query/panel-data.ts'
import { logError } from '../shell/report.ts'
import { whenIdle } from './idle.ts'
import { misfitOf } from './misfit.ts'
import { useFieldConfig } from './use-field-config.ts'
import { noVariables, variablesKey } from './variables-key.ts'

export interface SummaryOf {
  readonly spec: PanelSpec | undefined
  readonly frames: readonly Frame[]
  readonly timeZone: string
}

/** Drawing goes first, and frames that are soon replaced need no summary: the first one comes soon, later ones now and then. */
const FIRST_MS = 300
const NEXT_MS = 2000

/** Types whose summary failed: the same failure of many panels is logged once. */
const failed = new Set<string>()

async function openSummary(spec: PanelSpec) {
  const contribution = findContribution('panel', spec.type)
  if (!contribution) return undefined
  const [door, options] = await Promise.all([
    openDoor(contribution.plugin, contribution.data['summary']),
    checkedOptions(contribution, spec),
  ])
  // The build checked the door's default export against `Summary`.
  return { summarize: door as Summary<unknown>, options }
}

/** What a panel shows, in words, some time after its frames changed; undefined while there is nothing to say. */
export function useSummary(of: () => SummaryOf): Readonly<ShallowRef<string | undefined>> {
  const summary = shallowRef<string>()
  const variables = inject(variablesKey, noVariables)
  const filled = useFieldConfig(() => of().spec)
  let opened: { readonly spec: PanelSpec; readonly summary: ReturnType<typeof openSummary> } | undefined
  let cancel: (() => void) | undefined

  const summarize = async ({ spec, frames, timeZone }: SummaryOf): Promise<string | undefined> => {
    if (!spec || !hasData(frames) || misfitOf(spec.type, frames)) return undefined
    try {
      if (opened?.spec !== spec) opened = { spec, summary: openSummary(spec) }
      const found = await opened.summary
      const { fieldConfig } = filled.value
      return found?.summarize({ options: found.options, frames, fieldConfig, variables: variables.value, timeZone })
    } catch (error) {
      // The panel itself says what is wrong with it; a missing summary takes nothing away from it.
      if (!failed.has(spec.type)) logError(error)
      failed.add(spec.type)
      opened = undefined
      return undefined
    }
  }
  const update = async () => {
    cancel = undefined
    const now = of()
    const text = await summarize(now)
    // Frames that came meanwhile have an update of their own under way.
    if (!cancel) summary.value = text
  }
  watch(
    [() => of().spec, () => of().frames, () => of().timeZone, variables],
    () => (cancel ??= whenIdle(update, summary.value === undefined ? FIRST_MS : NEXT_MS)),
    { immediate: true },
  )
  onScopeDispose(() => cancel?.())
  return summary
}
