import { EditorView } from '@orrery/ui/editor'
import { t } from '../../text.ts'

export interface Documentation {
  readonly signature?: string
  readonly summary: string
  readonly unit?: string
  readonly example?: string
}

function element(tag: string, name: string, ...content: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  made.append(...content)
  return made
}

/** What stands beside a completion. */
export function documentation({ signature, summary, unit, example }: Documentation): HTMLElement {
  return element(
    'div',
    'promql-doc',
    ...(signature ? [element('code', 'promql-doc-signature', signature)] : []),
    element('p', 'promql-doc-text', summary),
    ...(unit ? [element('p', 'promql-doc-text', t('Unit: {unit}', { unit }))] : []),
    ...(example ? [element('code', 'promql-doc-example', example)] : []),
  )
}

export const documentationLook = EditorView.baseTheme({
  '.promql-doc': { display: 'grid', gap: '6px' },
  '.promql-doc code': { fontFamily: 'var(--o-mono)', overflowWrap: 'anywhere' },
  '.promql-doc-signature': { color: 'var(--o-accent)', fontWeight: '600' },
  '.promql-doc-text': { margin: '0' },
  '.promql-doc-example': { color: 'var(--o-text-2)' },
})
