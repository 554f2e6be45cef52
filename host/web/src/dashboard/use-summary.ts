import type { PanelSpec } from '@orrery/dashboard'
import type { Frame, Summary } from '@orrery/sdk'
import { shallowRef, watch, type ShallowRef } from 'vue'
import { openDoor } from '../plugins/doors.ts'
import { checkedOptions } from '../plugins/options.ts'
import { findContribution } from '../plugins/plugin-list.ts'
import { hasData } from '../query/panel-data.ts'
import { logError } from '../shell/report.ts'
import { misfitOf } from './misfit.ts'

export interface SummaryOf {
  readonly spec: PanelSpec | undefined
  readonly frames: readonly Frame[]
  readonly timeZone: string
}

/** Drawing goes first, and frames that are soon replaced need no summary. */
const delayMs = 300

/** Types whose summary failed: the same failure of many panels is logged once. */
const failed = new Set<string>()

async function summaryOf({ spec, frames, timeZone }: SummaryOf): Promise<string | undefined> {
  if (!spec) return undefined
  const contribution = findContribution('panel', spec.type)
  if (!contribution || !hasData(frames) || misfitOf(spec.type, frames)) return undefined
  try {
    const [door, options] = await Promise.all([
      openDoor(contribution.plugin, contribution.data['summary']),
      checkedOptions(contribution, spec),
    ])
    const { fieldConfig = { defaults: {}, overrides: [] } } = spec
    // The build checked the door's default export against `Summary`.
    return (door as Summary<unknown>)({ options, frames, fieldConfig, timeZone })
  } catch (error) {
    // The panel itself says what is wrong with it; a missing summary takes nothing away from it.
    if (!failed.has(spec.type)) logError(error)
    failed.add(spec.type)
    return undefined
  }
}

/** What a panel shows, in words, soon after its frames changed; undefined while there is nothing to say. */
export function useSummary(of: () => SummaryOf): Readonly<ShallowRef<string | undefined>> {
  const summary = shallowRef<string>()
  watch(
    [() => of().spec, () => of().frames, () => of().timeZone] as const,
    ([spec, frames, timeZone], _, onCleanup) => {
      let replaced = false
      const timer = setTimeout(async () => {
        const text = await summaryOf({ spec, frames, timeZone })
        if (!replaced) summary.value = text
      }, delayMs)
      onCleanup(() => {
        replaced = true
        clearTimeout(timer)
      })
    },
    { immediate: true },
  )
  return summary
}
