import type { YamlDocument } from '@orrery/resource/yaml'

/** Why something of a file cannot be taken, and where. */
export interface FileProblem {
  readonly file: string
  /** Counted from 1; absent when it is the whole file or folder. */
  readonly line?: number
  readonly code: string
  readonly reason: string
}

/** What an error says, whether it was thrown here or answered by a host. */
export interface ErrorFacts {
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, unknown>>
}

export const toFileProblem = (file: string, { code, message }: ErrorFacts, line?: number): FileProblem => ({
  file,
  ...(line !== undefined && { line }),
  code,
  reason: message,
})

interface PlaceProblem {
  readonly path: string
  readonly message: string
}

const isPlaceProblem = (value: unknown): value is PlaceProblem => {
  const { path, message } = (value ?? {}) as Partial<PlaceProblem>
  return typeof path === 'string' && typeof message === 'string'
}

/** The problems of an error about a document: one for each place that it names, with the line of that place. */
export function problemsOf(
  { file, lineOf }: YamlDocument & { readonly file: string },
  error: ErrorFacts,
): FileProblem[] {
  const places = error.params?.['problems']
  if (!Array.isArray(places) || !places.length || !places.every(isPlaceProblem))
    return [toFileProblem(file, error, lineOf(''))]
  // A dashboard's own problems have paths from its spec.
  const above = error.code === 'DASHBOARD_INVALID' ? '/spec' : ''
  return places.map(({ path, message }) => {
    const place = above + path
    return { file, line: lineOf(place), code: error.code, reason: `${place || 'It'} ${message}` }
  })
}

/** One line for people and for editors, which jump to `file:line`. */
export const problemText = ({ file, line, code, reason }: FileProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${code}: ${reason}\n`

/** In the order of files and lines. */
export const inOrder = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1))
