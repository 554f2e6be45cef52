import { Parser } from '@prometheus-io/codemirror-promql/dist/esm/parser/parser.js'
import { EditorState, type CodeDiagnostic } from '@orrery/ui/editor'
import type { QueryProblem } from '@orrery/sdk'
import { promql } from './language.ts'

/** What the grammar and the types of PromQL say against a text; nothing about an empty one, which is not wrong yet. */
export function lintPromql(text: string): CodeDiagnostic[] {
  if (!text.trim()) return []
  const checker = new Parser(EditorState.create({ doc: text, extensions: promql }))
  checker.analyze()
  return (
    checker
      .getDiagnostics()
      // What a variable will be, the types cannot know.
      .filter(({ from, to }) => !text.slice(from, to).includes('$'))
      .map(({ from, to, severity, message }) => ({
        from,
        to,
        message,
        severity: severity === 'hint' ? 'info' : severity,
      }))
  )
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
