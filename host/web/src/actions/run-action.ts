import { ActionAnswer, type ActionRun } from '@orrery/api'
import type { PanelSpec } from '@orrery/dashboard'
import { cellsOfAction, toDetailed, type FieldAction, type LinkContext } from '@orrery/sdk'
import { requestJson } from '../api/client.ts'
import { session } from '../api/session.ts'

/** The panel of a dashboard that has an action, of which the spec may be that of a repeated one: this panel before others. */
export function panelOfAction(
  panels: Readonly<Record<string, PanelSpec>>,
  spec: PanelSpec | undefined,
  action: FieldAction,
): string | undefined {
  const text = JSON.stringify(action)
  const has = ({ fieldConfig }: PanelSpec) =>
    [fieldConfig?.defaults, ...(fieldConfig?.overrides ?? []).map(({ properties }) => properties)].some((config) =>
      config?.actions?.some((one) => JSON.stringify(one) === text),
    )
  const found = Object.entries(panels).filter(([, panel]) => has(panel))
  return (found.find(([, panel]) => panel === spec) ?? found[0])?.[0]
}

/** What the texts of an action tell of, as it is sent: of the row, only the cells that it names. */
function toValues(action: FieldAction, context: LinkContext): ActionRun['values'] {
  const { value, time, field, name, labels, range, variables, cell } = context
  const cells = cellsOfAction(action).map((wanted) => [wanted, toPlain(cell?.(wanted))] as const)
  const details = Object.entries(variables ?? {}).map(([key, given]) => {
    const { value: own, text, properties } = toDetailed(given)
    const list = (one: string | readonly string[]) => (typeof one === 'string' ? one : [...one])
    return [
      key,
      {
        value: list(own),
        ...(text !== undefined && { text: list(text) }),
        ...(properties && {
          properties: Object.fromEntries(Object.entries(properties).map(([part, one]) => [part, list(one)])),
        }),
      },
    ] as const
  })
  return {
    ...(value && { value: { raw: toPlain(value.raw), text: value.text } }),
    ...(time !== undefined && { time }),
    ...(field !== undefined && { field }),
    ...(name !== undefined && { name }),
    ...(labels && { labels: { ...labels } }),
    ...(range && { range: { from: range.from, to: range.to } }),
    cells: Object.fromEntries(cells),
    variables: Object.fromEntries(details),
  }
}

/** JSON has no nanoseconds. */
const toPlain = (value: unknown) => (typeof value === 'bigint' ? String(value) : (value ?? null))

/** Has the host send the request of an action; without `saved`, of a draft. */
export const runAction = (
  saved: ActionRun['saved'],
  action: FieldAction,
  context: LinkContext,
  inputs: Readonly<Record<string, string>>,
): Promise<ActionAnswer> =>
  requestJson(ActionAnswer, `/api/v1/ns/${encodeURIComponent(session.namespace)}/actions/run`, {
    method: 'POST',
    body: { action, ...(saved && { saved }), values: toValues(action, context), inputs },
  })
