import { can } from '@orrery/access'
import { Dashboard, type PanelSpec } from '@orrery/dashboard'
import { fillAction, type FieldAction, type LinkContext, type PanelPage } from '@orrery/sdk'
import { useToasts } from '@orrery/ui'
import { shallowRef } from 'vue'
import { session } from '../api/session.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { reportError } from '../shell/report.ts'
import { t } from '../text.ts'
import { panelOfAction, runAction } from './run-action.ts'

/** An action that the viewer is asked about. */
export interface AskedAction {
  readonly action: FieldAction
  readonly context: LinkContext
}

const mostTold = 160

/** Runs the actions of a panel of a saved dashboard, those first asked about that want it. */
export function useActions(panel: () => { readonly dashboard: ViewedDashboard; readonly spec: PanelSpec | undefined }) {
  const asked = shallowRef<AskedAction>()
  const isRunning = shallowRef(false)

  async function run({ action, context }: AskedAction, inputs: Readonly<Record<string, string>>) {
    const { id: dashboard, revision, spec } = panel().dashboard
    if (isRunning.value) return
    const own = panelOfAction(spec.panels, panel().spec, action)
    // One of a dashboard that was never saved is a draft.
    const saved = own !== undefined && revision !== undefined ? { dashboard, revision, panel: own } : undefined
    isRunning.value = true
    try {
      const { title } = fillAction(action, context)
      const { status, text } = await runAction(saved, action, context, inputs)
      const isDone = status < 400
      const said = text.trim() === '' ? '' : `: ${text.trim().slice(0, mostTold)}`
      useToasts().show(t('{title} was answered with {status}', { title, status }) + said, {
        kind: isDone ? 'ok' : 'error',
      })
      asked.value = undefined
    } catch (error) {
      reportError(error)
    } finally {
      isRunning.value = false
    }
  }
  const mayAct = session.user !== undefined && can(session.user, 'dashboard:act', { kind: Dashboard.kind })
  const act: PanelPage['act'] = mayAct
    ? (action, context) => {
        if (action.oneClick && !action.variables?.length) void run({ action, context }, {})
        else asked.value = { action, context }
      }
    : undefined
  return { act, asked, isRunning, run }
}
