import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.controlKeyword], color: 'var(--o-accent)' },
  { tag: [tags.function(tags.variableName), tags.standard(tags.name)], color: 'var(--o-accent)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--o-ok)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--o-warn)' },
  { tag: [tags.propertyName, tags.attributeName, tags.labelName, tags.typeName], color: 'var(--o-text-2)' },
  { tag: [tags.tagName, tags.heading], color: 'var(--o-accent)', fontWeight: '600' },
  { tag: [tags.operator, tags.punctuation, tags.separator, tags.bracket], color: 'var(--o-text-2)' },
  { tag: [tags.comment, tags.meta], color: 'var(--o-text-3)', fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--o-accent)', textDecoration: 'underline' },
  { tag: tags.invalid, color: 'var(--o-err)' },
])

const underline = (color: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy var(${color}) 1px`,
  textDecorationSkipInk: 'none',
})

const floating = {
  color: 'var(--o-text)',
  background: 'var(--o-bg-2)',
  border: '1px solid var(--o-border-2)',
  borderRadius: 'var(--o-r)',
  boxShadow: 'var(--o-shadow)',
}

const theme = EditorView.theme({
  '&': { color: 'inherit', background: 'none', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--o-mono)', lineHeight: '1.5', maxHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '5px 0', caretColor: 'var(--o-text)' },
  '.cm-line': { padding: '0 9px' },
  '.cm-gutters': { color: 'var(--o-text-3)', background: 'none', border: '0' },
  '.cm-activeLineGutter': { color: 'var(--o-text)', background: 'none' },
  '.cm-placeholder': { color: 'var(--o-text-3)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--o-accent-bg)', outline: '1px solid var(--o-accent)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'none', color: 'var(--o-err)' },
  '.cm-selectionMatch': { background: 'var(--o-accent-bg)' },
  '.cm-lintRange-error': underline('--o-err'),
  '.cm-lintRange-warning': underline('--o-warn'),
  '.cm-lintRange-info': underline('--o-accent'),
  '.cm-lintPoint:after': { borderBottomColor: 'var(--o-err)' },
  '.cm-tooltip': { ...floating, zIndex: 'var(--o-z-popover)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--o-mono)', fontSize: '12.5px', maxHeight: '17em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '1.4' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--o-text)',
    background: 'var(--o-accent-bg)',
    boxShadow: 'inset 2px 0 var(--o-accent)',
  },
  '.cm-completionMatchedText': { color: 'var(--o-accent)', textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { marginInlineStart: '12px', color: 'var(--o-text-3)', fontStyle: 'normal' },
  '.cm-completionIcon': { width: '1.2em', color: 'var(--o-text-3)', opacity: '1' },
  '.cm-tooltip.cm-completionInfo': {
    ...floating,
    maxWidth: 'min(360px, 60vw)',
    padding: '8px 10px',
    fontFamily: 'var(--o-font)',
    fontSize: 'var(--o-fs-sm)',
    lineHeight: '1.45',
  },
  '.cm-diagnostic': { padding: '4px 10px', fontFamily: 'var(--o-font)', fontSize: 'var(--o-fs-sm)' },
  '.cm-diagnostic-error': { borderInlineStart: '3px solid var(--o-err)' },
  '.cm-diagnostic-warning': { borderInlineStart: '3px solid var(--o-warn)' },
  '.cm-diagnostic-info': { borderInlineStart: '3px solid var(--o-accent)' },
})

/** The editor in the tokens of the kit, which follow the theme of the page. */
export const look = [theme, syntaxHighlighting(highlighting)]
