export { default as CodeEditor } from './CodeEditor.vue'
export { type CodeDiagnostic } from './diagnostic.ts'

// What a language is made of. CodeMirror and Lezer are one copy for all: the host shares them with plugins.
export {
  acceptCompletion,
  snippet,
  startCompletion,
  type Completion,
  CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
export {
  defineLanguageFacet,
  ensureSyntaxTree,
  HighlightStyle,
  Language,
  languageDataProp,
  LanguageSupport,
  LRLanguage,
  StreamLanguage,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language'
export { linter, type Diagnostic } from '@codemirror/lint'
export { Compartment, EditorState, Facet, Prec, StateEffect, StateField, type Extension } from '@codemirror/state'
export {
  Decoration,
  EditorView,
  hoverTooltip,
  keymap,
  lineNumbers,
  ViewPlugin,
  type DecorationSet,
} from '@codemirror/view'
export { styleTags, tags } from '@lezer/highlight'
export { LRParser } from '@lezer/lr'
export { Parser, type Input, type SyntaxNode, type Tree } from '@lezer/common'
