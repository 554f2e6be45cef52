import { authorize, type Subject } from '@orrery/access'
import type { ActionRun } from '@orrery/api'
import { Dashboard } from '@orrery/dashboard'
import type { FieldAction } from '@orrery/sdk'
import { ServerError } from '../errors.ts'
import { savedDashboard, type PlanContext } from '../query/plan.ts'

/** The action that is run: as it is saved, or a draft of somebody who may save dashboards. */
export async function actionOf(
  context: PlanContext,
  { action }: Pick<ActionRun, 'action'>,
  subject: Subject,
): Promise<FieldAction> {
  if ('draft' in action) {
    authorize(subject, 'write', { kind: Dashboard.kind })
    return action.draft
  }
  authorize(subject, 'read', { kind: Dashboard.kind })
  const { dashboard, revision, panel, override, index } = action
  const { panels } = await savedDashboard(context, { id: dashboard, revision })
  const { fieldConfig } = (Object.hasOwn(panels, panel) && panels[panel]) || {}
  const config = override === undefined ? fieldConfig?.defaults : fieldConfig?.overrides[override]?.properties
  const found = config?.actions?.[index]
  if (!found) throw new ServerError('ACTION_NOT_FOUND', { dashboard, panel })
  return found
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
