import { withNotice, type Frame } from '@orrery/frames'
import type { Hook, HookFault } from '@orrery/kernel'

import type { AdhocFilter } from './adhoc-filter.ts'
import type { Purpose } from './datasource.ts'
import type { PipelineRequest } from './pipeline.ts'
import type { TimeRange } from './time-range.ts'

/** A query that is about to run. A tap may answer it changed; what it answers is what runs, and what is cached. */
export interface QueryRequestEvent {
  readonly namespace: string
  readonly datasource: { readonly id: string; readonly type: string }
  readonly refId: string
  readonly purpose: Purpose
  readonly query: unknown
  readonly range: TimeRange
  readonly intervalMs: number
  readonly timeZone: string
  /** Conditions that are added to the query. */
  readonly filters: readonly AdhocFilter[]
}

/** The answer to a query, before its budget is applied. Runs once for all that share the answer. */
export interface QueryResultEvent {
  readonly request: QueryRequestEvent
  readonly frames: readonly Frame[]
}

/** A request as hooks see it. */
export function toEvent(request: PipelineRequest): QueryRequestEvent {
  const { namespace, datasource, refId, purpose = 'data', query, range, intervalMs, timeZone, filters = [] } = request
  const { id, type } = datasource
  return { namespace, datasource: { id, type }, refId, purpose, query, range, intervalMs, timeZone, filters }
}

declare module '@orrery/kernel' {
  interface Hooks {
    /** Before a query runs: its text, range or interval may be changed. */
    readonly queryRequest: Hook<'waterfall', QueryRequestEvent>
    /** After a query ran: its frames may be changed, or notices added. */
    readonly queryResult: Hook<'waterfall', QueryResultEvent>
  }
}

/** The styles of this package's hooks, as the host declares them when it makes its hooks. */
export const queryHooks = { queryRequest: 'waterfall', queryResult: 'waterfall' } as const

/** Says on each frame which taps were left out, so that nobody wonders why a plugin had no effect. */
export const withFaults = (frames: readonly Frame[], faults: readonly HookFault[]): readonly Frame[] =>
  faults.reduce((noticed, { plugin, hook }) => {
    const text = `Plugin ${plugin} failed in its hook ${hook} and was left out. The log of the host has the reason.`
    return noticed.map((frame) => withNotice(frame, { severity: 'warning', text }))
  }, frames)
