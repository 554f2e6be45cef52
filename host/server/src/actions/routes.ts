import { routes } from '@orrery/api'
import { fillAction } from '@orrery/sdk'
import type { HostLog } from '../log/log.ts'
import type { Serve } from '../http/serve.ts'
import type { PlanContext } from '../query/plan.ts'
import { inputsOf, permitAction } from './saved-action.ts'
import { sendAction } from './send.ts'

export interface ActionRoutes extends PlanContext {
  readonly log: HostLog
  /** Where requests may go. */
  readonly origins: readonly string[]
  /** Aborted when the host stops waiting. */
  readonly stopping: AbortSignal
}

/** Sends requests that dashboards offer. Each is logged: who ran what, and how it ended. */
export function actionRoutes(serve: Serve, context: ActionRoutes): void {
  const { log, origins, stopping } = context
  serve(routes.runAction, async ({ body, subject, request, reply }) => {
    const { action, saved } = body
    await permitAction(context, body, subject)
    const { cells = {}, variables = {}, ...values } = body.values
    const filled = fillAction(action, {
      ...values,
      cell: (field) => (Object.hasOwn(cells, field) ? cells[field] : undefined),
      // What was asked for goes before what the dashboard calls so.
      variables: { ...variables, ...inputsOf(action, body.inputs) },
    })
    const left = new AbortController()
    reply.raw.on('close', () => left.abort())
    const told = {
      traceId: request.id,
      subject: subject.id,
      title: filled.title,
      method: filled.method,
      // Without what follows the path, which may hold secrets.
      target: filled.url.replace(/[?#].*$/s, ''),
      ...(saved && { dashboard: saved.dashboard, panel: saved.panel }),
    }
    try {
      const answer = await sendAction(filled, { origins, signal: AbortSignal.any([left.signal, stopping]) })
      log.info('An action was run', { ...told, status: answer.status })
      return answer
    } catch (error) {
      log.warn('An action failed', { ...told, error })
      throw error
    }
  })
}
