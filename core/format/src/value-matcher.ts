import { Type, Variants, type Static } from '@orrery/schema'

import { toRegExp } from './pattern.ts'

const value = Type.Number({ title: 'Value', default: 0 })
const compared = Type.String({ title: 'Value', description: 'A number, or a text.' })

/** What a value is asked for. */
export const ValueMatcher = Variants(
  [
    Type.Object({ type: Type.Literal('greater'), value }, { title: 'Greater' }),
    Type.Object({ type: Type.Literal('greaterOrEqual'), value }, { title: 'Greater or equal' }),
    Type.Object({ type: Type.Literal('lower'), value }, { title: 'Less' }),
    Type.Object({ type: Type.Literal('lowerOrEqual'), value }, { title: 'Less or equal' }),
    Type.Object({ type: Type.Literal('equal'), value: compared }, { title: 'Equal' }),
    Type.Object({ type: Type.Literal('notEqual'), value: compared }, { title: 'Not equal' }),
    Type.Object(
      {
        type: Type.Literal('between'),
        from: Type.Number({ title: 'From', description: 'Included.', default: 0 }),
        to: Type.Number({ title: 'To', description: 'Included.', default: 100 }),
      },
      { title: 'Between' },
    ),
    Type.Object({ type: Type.Literal('substring'), text: Type.String({ title: 'Text' }) }, { title: 'Holds a text' }),
    Type.Object(
      { type: Type.Literal('notSubstring'), text: Type.String({ title: 'Text' }) },
      { title: 'Does not hold a text' },
    ),
    Type.Object(
      { type: Type.Literal('regex'), pattern: Type.String({ title: 'Pattern', maxLength: 1000 }) },
      { title: 'Matches a pattern' },
    ),
    Type.Object({ type: Type.Literal('isNull') }, { title: 'Missing' }),
    Type.Object({ type: Type.Literal('isNotNull') }, { title: 'Not missing' }),
  ],
  { title: 'Comparison' },
)
export type ValueMatcher = Static<typeof ValueMatcher>

/** A value that is asked about; undefined and NaN are missing. */
export type MatchedValue = number | string | boolean | undefined

type ValueTest = (value: MatchedValue) => boolean

const isMissing = (value: MatchedValue) => value === undefined || Number.isNaN(value)
const ofNumbers =
  (test: (value: number) => boolean): ValueTest =>
  (value) =>
    typeof value === 'number' && test(value)
const ofTexts =
  (test: (text: string) => boolean): ValueTest =>
  (value) =>
    !isMissing(value) && test(String(value))

function toEquality(other: string): ValueTest {
  const number = Number(other)
  // Also 1.0 and 1e0 are the number 1; nothing at all is not 0.
  const isNumber = other.trim() !== ''
  return (value) => (typeof value === 'number' && isNumber ? value === number : String(value) === other)
}

/**
 * Compiles what a value is asked for. What is missing fits `isNull` alone; sizes are of numbers; texts are found in
 * numbers and truth values as they are written in JSON. Throws `FORMAT_PATTERN_INVALID`.
 */
export function compileValueMatcher(matcher: ValueMatcher): ValueTest {
  switch (matcher.type) {
    case 'greater':
      return ofNumbers((value) => value > matcher.value)
    case 'greaterOrEqual':
      return ofNumbers((value) => value >= matcher.value)
    case 'lower':
      return ofNumbers((value) => value < matcher.value)
    case 'lowerOrEqual':
      return ofNumbers((value) => value <= matcher.value)
    case 'between':
      return ofNumbers((value) => value >= matcher.from && value <= matcher.to)
    case 'equal': {
      const isEqual = toEquality(matcher.value)
      return (value) => !isMissing(value) && isEqual(value)
    }
    case 'notEqual': {
      const isEqual = toEquality(matcher.value)
      return (value) => !isMissing(value) && !isEqual(value)
    }
    case 'substring':
      return ofTexts((text) => text.includes(matcher.text))
    case 'notSubstring':
      return ofTexts((text) => !text.includes(matcher.text))
    case 'regex': {
      const pattern = toRegExp(matcher.pattern, 'a field override')
      return ofTexts((text) => pattern.test(text))
    }
    case 'isNull':
      return isMissing
    case 'isNotNull':
      return (value) => !isMissing(value)
  }
}
