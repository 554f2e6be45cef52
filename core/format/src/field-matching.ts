import { reduce } from '@orrery/frames'
import type { FieldMatcher } from './field-matcher.ts'
import type { FieldSubject } from './field-subject.ts'
import { toRegExp } from './pattern.ts'
import { compileValueMatcher } from './value-matcher.ts'

type FieldTest = (field: FieldSubject) => boolean

const typeGroups: Readonly<Record<string, string>> = {
  integer: 'number',
  nanos: 'time',
  longText: 'text',
}
/** What a matcher by type calls the kind of a column. */
export const toTypeGroup = (type: string) => typeGroups[type] ?? type

const byNames = (names: readonly string[]): FieldTest => {
  const wanted = new Set(names)
  return ({ name, displayName }) => wanted.has(name) || (displayName !== undefined && wanted.has(displayName))
}

function byPattern(text: string): FieldTest {
  const pattern = toRegExp(text, 'a field override')
  return ({ name, displayName }) => pattern.test(name) || (displayName !== undefined && pattern.test(displayName))
}

function byValue({ reducer, is }: Extract<FieldMatcher, { type: 'byValue' }>): FieldTest {
  const fits = compileValueMatcher(is)
  return ({ values, text }) => {
    if (values) return fits(reduce(reducer, values()))
    return text !== undefined && fits(text())
  }
}

function toTest(matcher: Exclude<FieldMatcher, { type: 'byName' }>): FieldTest {
  switch (matcher.type) {
    case 'byNames': {
      const test = byNames(matcher.names)
      return matcher.exclude === true ? (field) => !test(field) : test
    }
    case 'byRegexp':
      return byPattern(matcher.pattern)
    case 'byRegexpOrNames': {
      const [isNamed, fits] = [byNames(matcher.names), byPattern(matcher.pattern)]
      return (field) => isNamed(field) || fits(field)
    }
    case 'byType':
      return ({ type }) => toTypeGroup(type) === matcher.fieldType
    case 'byTypes': {
      const types = new Set<string>(matcher.fieldTypes)
      return ({ type }) => types.has(toTypeGroup(type))
    }
    case 'byFrameRefID':
      return ({ refId }) => refId === matcher.refId
    case 'byValue':
      return byValue(matcher)
    case 'numeric':
      return ({ type }) => toTypeGroup(type) === 'number'
    case 'time':
      return ({ type }) => toTypeGroup(type) === 'time'
    case 'first':
      return ({ isFirst = false }) => isFirst
    case 'firstTimeField':
      return ({ isFirstTime = false }) => isFirstTime
  }
}

const none: readonly number[] = []

/** Finds the indexes of the overrides that match a field, ascending; matching by name is one look-up. */
export function compileMatchers(matchers: readonly FieldMatcher[]): (field: FieldSubject) => readonly number[] {
  const names = new Map<string, number[]>()
  const tests: { index: number; test: FieldTest }[] = []
  matchers.forEach((matcher, index) => {
    if (matcher.type !== 'byName') tests.push({ index, test: toTest(matcher) })
    else names.set(matcher.name, [...(names.get(matcher.name) ?? none), index])
  })
  if (matchers.length === 0) return () => none
  return (field) => {
    const { name, displayName = name } = field
    const hits = [...(names.get(name) ?? none)]
    if (displayName !== name) hits.push(...(names.get(displayName) ?? none))
    for (const { index, test } of tests) if (test(field)) hits.push(index)
    return hits.sort((a, b) => a - b)
  }
}
