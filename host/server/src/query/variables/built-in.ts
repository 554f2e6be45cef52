import type { Subject } from '@orrery/access'
import type { DashboardSpec } from '@orrery/dashboard'
import type { VariableScope } from '@orrery/format'
import type { Resource } from '@orrery/resource'

export interface BuiltInRequest {
  readonly dashboard: Resource<DashboardSpec> | undefined
  readonly subject: Subject | undefined
  readonly timeZone: string
}

/** What queries may name besides variables of the dashboard and of time: `$__dashboard`, `$__user`, `$__timezone`. */
export const builtInScope = ({ dashboard, subject, timeZone }: BuiltInRequest): VariableScope => ({
  __timezone: timeZone,
  ...(dashboard && { __dashboard: { value: dashboard.metadata.title, properties: { id: dashboard.id } } }),
  ...(subject && {
    __user: { value: subject.name, properties: { id: subject.id, login: subject.name, email: subject.email ?? '' } },
  }),
})
