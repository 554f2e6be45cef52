import { ActionAnswer, ActionRun } from '../actions.ts'
import { OfNamespace } from '../paths.ts'
import { defineRoute } from '../route.ts'

/** Requests that dashboards offer and the host sends. */
export const actionRoutes = {
  runAction: defineRoute({
    method: 'POST',
    path: '/api/v1/ns/{ns}/actions/run',
    summary: 'Run an action of a dashboard',
    description:
      'The host sends the request that is saved there, with the values that are given, to one of the origins of its setting `actionOrigins`. One that is not saved needs the action `write` on dashboards.',
    tag: 'Actions',
    access: { action: 'dashboard:act', kind: 'dashboard' },
    params: OfNamespace,
    body: ActionRun,
    answers: { 200: ActionAnswer },
  }),
}
