import { isDeepStrictEqual } from 'node:util'
import { authorize, can, type Subject } from '@orrery/access'
import type { ActionRun } from '@orrery/api'
import { Dashboard } from '@orrery/dashboard'
import type { FieldAction } from '@orrery/sdk'
import { ServerError } from '../errors.ts'
import { savedDashboard, type PlanContext } from '../query/plan.ts'

/** Permits an action that is saved where it is said to be, and any to those who may save dashboards. */
export async function permitAction(
  context: PlanContext,
  { action, saved }: Pick<ActionRun, 'action' | 'saved'>,
  subject: Subject,
): Promise<void> {
  const onDashboards = { kind: Dashboard.kind }
  if (!saved) return authorize(subject, 'write', onDashboards)
  authorize(subject, 'read', onDashboards)
  const { dashboard, revision, panel } = saved
  const { panels } = await savedDashboard(context, { id: dashboard, revision })
  const { fieldConfig } = (Object.hasOwn(panels, panel) && panels[panel]) || {}
  const known = [fieldConfig?.defaults, ...(fieldConfig?.overrides ?? []).map(({ properties }) => properties)]
  const isSaved = known.some((config) => config?.actions?.some((one) => isDeepStrictEqual(one, action)))
  if (isSaved || can(subject, 'write', onDashboards)) return
  throw new ServerError('ACTION_NOT_FOUND', { dashboard, panel })
}

/** What the viewer gave for the inputs of an action. ACTION_INPUT_INVALID names the first that does not fit. */
export function inputsOf(
  { variables = [] }: FieldAction,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fail = (name: string, reason: string): never => {
    throw new ServerError('ACTION_INPUT_INVALID', { name, reason })
  }
  const unknown = Object.keys(given).find((name) => variables.every((variable) => variable.name !== name))
  if (unknown !== undefined) fail(unknown, 'is not one of its inputs')
  return Object.fromEntries(
    variables.map(({ name, type, choices = [] }) => {
      const value = Object.hasOwn(given, name) ? given[name]! : fail(name, 'is missing')
      if (type === 'number' && (value.trim() === '' || !Number.isFinite(Number(value)))) fail(name, 'is no number')
      if (type === 'choice' && !choices.includes(value)) fail(name, 'is none of its choices')
      return [name, value]
    }),
  )
}
