import { Parser } from '@prometheus-io/codemirror-promql/dist/esm/parser/parser.js'
import { EditorState, ensureSyntaxTree, type CodeDiagnostic } from '@orrery/ui/editor'
import type { QueryProblem } from '@orrery/sdk'
import { findProblem } from '../../promql/parse.ts'
import { t } from '../../text.ts'
import { promql } from './language.ts'

const parseMs = 1000

/** The types by the names that Prometheus' pages and errors have for them. */
const named = (message: string) =>
  message.replaceAll(/\bmatrix\b/g, 'range vector').replaceAll(/(?<!range |instant )\bvector\b/g, 'instant vector')

/** What the grammar and the types of PromQL say against a text; nothing about an empty one, which is not wrong yet. */
export function lintPromql(text: string): CodeDiagnostic[] {
  if (!text.trim()) return []
  const state = EditorState.create({ doc: text, extensions: promql })
  // A state begins with as much of the tree as a moment allows; its successor has all.
  ensureSyntaxTree(state, text.length, parseMs)
  const checker = new Parser(state.update({}).state)
  checker.analyze()
  const found = checker
    .getDiagnostics()
    // What a variable will be, the types cannot know.
    .filter(({ from, to }) => !text.slice(from, to).includes('$'))
    .map(({ from, to, severity, message }): CodeDiagnostic => ({
      from,
      to,
      severity: severity === 'hint' ? 'info' : severity,
      message: named(message),
    }))
  // The checker says nothing of what is missing at the end.
  const problem = found.length === 0 ? findProblem(text) : undefined
  if (!problem) return found
  const isEarly = problem.from >= text.trimEnd().length
  return [
    { ...problem, severity: 'error', message: isEarly ? t('Something is missing here') : t('This cannot be read') },
  ]
}

/** Prometheus' own words at the place that it names; the whole text where it names none. */
export function markProblem({ params = {}, detail }: QueryProblem, text: string): CodeDiagnostic {
  const { line, column, reason } = params as { line?: unknown; column?: unknown; reason?: unknown }
  const message = typeof reason === 'string' ? reason : detail
  if (typeof line !== 'number' || typeof column !== 'number')
    return { from: 0, to: text.length, severity: 'error', message }
  const before = text.split('\n').slice(0, line - 1)
  const from = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  const rest = /^(?:[\w:.]+|\S)/.exec(text.slice(from))?.[0].length ?? 0
  return { from, to: from + rest, severity: 'error', message }
}
