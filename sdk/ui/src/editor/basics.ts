import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionSource,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches } from '@codemirror/search'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { t } from '../text.ts'
import { look } from './look.ts'

export interface BasicOptions {
  /** Enter runs, and what is pasted becomes one line. */
  readonly singleLine: boolean
  /** Tab indents instead of leaving; Escape, then Tab leaves. */
  readonly tabIndents: boolean
  readonly complete: CompletionSource | undefined
  /** Whether anybody takes the run. */
  readonly run: () => boolean
}

const oneLine = EditorState.transactionFilter.of((change) => {
  if (!change.docChanged || change.newDoc.lines === 1) return change
  const text = change.newDoc.toString().replace(/\s*\n\s*/g, ' ')
  return [change, { changes: { from: 0, to: change.newDoc.length, insert: text }, sequential: true }]
})

/**
 * Types over a selection itself: Chromium would keep the look of what was there in a style attribute, which the policy of
 * the page forbids.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const { main, ranges } = view.state.selection
    if (inputType !== 'insertText' || !data || main.empty || ranges.length > 1 || view.composing || view.state.readOnly)
      return false
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    // Brackets go around what is selected.
    const handlers = view.state.facet(EditorView.inputHandler)
    if (!handlers.some((handle) => handle(view, main.from, main.to, data, insert))) view.dispatch(insert())
    return true
  },
})

/** What every editor has, however it is used. */
export function basics({ singleLine, tabIndents, complete, run }: BasicOptions): Extension {
  const runs = ['Mod-Enter', 'Shift-Enter', ...(singleLine ? ['Enter'] : [])]
  return [
    look,
    history(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    typeOver,
    // Its delay is for typing; the sources ask a server only where they must.
    autocompletion({ ...(complete && { override: [complete] }), activateOnTypingDelay: 60, maxRenderedOptions: 100 }),
    singleLine ? oneLine : [],
    // Above the keys of completion, which take Enter while their list is open.
    Prec.high(keymap.of(runs.slice(0, 2).map((key) => ({ key, run, preventDefault: true })))),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...runs.slice(2).map((key) => ({ key, run })),
      ...historyKeymap,
      ...lintKeymap,
      ...(tabIndents ? [indentWithTab] : []),
      ...defaultKeymap,
    ]),
    EditorState.phrases.of({
      Completions: t('Completions'),
      Diagnostics: t('Diagnostics'),
      'No diagnostics': t('No diagnostics'),
      'Control character': t('Control character'),
      close: t('Close'),
    }),
    // A page whose policy forbids other styles names here those that it allows.
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
  ]
}
