export { default as CodeEditor } from './CodeEditor.vue'
export { type CodeDiagnostic } from './diagnostic.ts'

// What a language is made of. CodeMirror and Lezer are one copy for all: the host shares them with plugins.
export {
  acceptCompletion,
  snippet,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
export {
  HighlightStyle,
  LanguageSupport,
  LRLanguage,
  StreamLanguage,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language'
export { linter, type Diagnostic } from '@codemirror/lint'
export { Compartment, EditorState, Facet, Prec, StateEffect, StateField, type Extension } from '@codemirror/state'
export { Decoration, EditorView, hoverTooltip, keymap, ViewPlugin, type DecorationSet } from '@codemirror/view'
export { styleTags, tags } from '@lezer/highlight'
