import type { FilterValues, TimeReading, Variable } from '@orrery/dashboard'
import type { TimeRange, VariableScope } from '@orrery/sdk'

/** Where the panel stands that is edited. */
export interface PanelEditorContext {
  /** `revision` is absent for a dashboard that is not saved yet. */
  readonly dashboard: { readonly id: string; readonly revision?: string | undefined }
  /** As they are declared in the draft. */
  readonly variables: readonly Variable[]
  /** What they hold. */
  readonly values: VariableScope
  readonly filters: FilterValues
  readonly range: TimeRange
  /** IANA name, or UTC. */
  readonly timeZone: string
  readonly reading: TimeReading
}
