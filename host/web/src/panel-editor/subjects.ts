import {
  compileMatchers,
  fieldSubjects,
  isCodedError,
  nameFields,
  seriesSources,
  type FieldConfig,
  type FieldSubject,
  type Frame,
} from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import type { FieldOverride } from './field-config-parts.ts'

/** The columns and series of some frames as overrides see them: what is of earlier has the name of what is of now. */
export function subjectsOf(frames: readonly Frame[], defaults: FieldConfig): readonly FieldSubject[] {
  const columns = frames.flatMap((frame) => (frame.kind === 'series' ? [] : fieldSubjects(frame)))
  const sources = frames.flatMap((frame) =>
    frame.kind === 'series' ? seriesSources(frame, [...frame.fields.keys()], false) : [],
  )
  const series = nameFields(sources, { defaults, overrides: [] }).map(
    ({ field, counterpart, refId, isFirst, values }): FieldSubject => ({
      name: field,
      type: 'number',
      displayName: counterpart,
      refId,
      isFirst,
      values,
    }),
  )
  return [...columns, ...series]
}

/** How many an override is for, or what is wrong with what it asks for. */
export function countMatched(
  matcher: FieldOverride['matcher'],
  subjects: readonly FieldSubject[],
): { readonly count: number } | { readonly problem: string } {
  try {
    const match = compileMatchers([matcher])
    return { count: subjects.filter((subject) => match(subject).length > 0).length }
  } catch (error) {
    return { problem: isCodedError(error) ? problemText({ ...error, detail: error.message }) : String(error) }
  }
}

const MOST_NAMES = 1000

/** The names that an override may ask for, each once. */
export const namesOf = (subjects: readonly FieldSubject[]): readonly string[] =>
  [...new Set(subjects.flatMap(({ displayName, name }) => [displayName ?? name, name]))].slice(0, MOST_NAMES)
