import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'

/** Something to say about a part of the text, marked under it. */
export interface CodeDiagnostic {
  /** Positions in the text, from 0; what lies beyond it is taken as its end. */
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

/** As CodeMirror has it: within the text, and never of no width, where nothing would be seen. */
export function toDiagnostic({ from, to, severity, message }: CodeDiagnostic, text: Text): Diagnostic {
  const start = Math.max(0, Math.min(from, text.length))
  const end = Math.max(start, Math.min(to, text.length))
  if (end > start) return { from: start, to: end, severity, message }
  const line = text.lineAt(start)
  return start < line.to
    ? { from: start, to: start + 1, severity, message }
    : { from: Math.max(line.from, start - 1), to: start, severity, message }
}
