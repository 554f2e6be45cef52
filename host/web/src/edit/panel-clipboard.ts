import { CopiedPanel } from '@orrery/dashboard'
import { CodedError, Type, validate } from '@orrery/sdk'
import { t } from '../text.ts'

/** Says what the text is, so that it is told from any other. */
const Clip = Type.Object({ orrery: Type.Literal('panel'), ...CopiedPanel.properties }, { additionalProperties: false })

/** What was copied last on this page: for browsers that let no page read the clipboard. */
let last: string | undefined

/** A panel as the text that the clipboard holds. */
export function toClip(copied: CopiedPanel): string {
  last = JSON.stringify({ orrery: 'panel', ...copied }, undefined, 2)
  return last
}

/** Reads the text of the clipboard; throws PANEL_PASTE_INVALID for one that is no panel. */
export function parseClip(text: string): CopiedPanel {
  const clip = validate(Clip, parseJson(text))
  if (clip.ok) {
    const { panel, item } = clip.value
    return { panel, item }
  }
  const [first] = clip.problems
  const reason = first ? `${first.path || '/'} ${first.message}` : ''
  const message = t('The clipboard holds no panel: {reason}. Copy a panel, and paste it then.', { reason })
  throw new CodedError('ClipboardError', 'PANEL_PASTE_INVALID', 400, message, { reason })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Puts a panel into the clipboard; where the browser refuses, this page still knows it. */
export async function copyToClipboard(copied: CopiedPanel): Promise<void> {
  const text = toClip(copied)
  // Browsers give no clipboard to a page that came without encryption from another machine.
  await navigator.clipboard?.writeText(text).catch(() => {})
}

/** The panel in the clipboard, or the last one that was copied on this page where the browser lets nobody read it. */
export async function readFromClipboard(): Promise<CopiedPanel> {
  const text = await navigator.clipboard?.readText().catch(() => undefined)
  return parseClip(text ?? last ?? '')
}
