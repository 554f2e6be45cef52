import type { Problem, Validation } from '@orrery/schema'

/** The problems of a part of a document, with paths from the document's root. */
export const problemsBelow = (prefix: string, result: Validation<unknown>): readonly Problem[] =>
  result.ok ? [] : result.problems.map((problem) => Object.assign({}, problem, { path: prefix + problem.path }))
