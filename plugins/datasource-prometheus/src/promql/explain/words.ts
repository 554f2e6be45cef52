import { t } from '../../text.ts'
import type { Matcher, Matching } from '../expr.ts'

/** `5m` as `5 minutes`; what is no plain duration as it is written. */
export function durationWords(text: string): string {
  const [, digits, unit] = /^(\d+)(ms|[smhdwy])$/.exec(text.trim()) ?? []
  const count = Number(digits)
  switch (unit) {
    case 'ms':
      return t('{count} millisecond | {count} milliseconds', {}, count)
    case 's':
      return t('{count} second | {count} seconds', {}, count)
    case 'm':
      return t('{count} minute | {count} minutes', {}, count)
    case 'h':
      return t('{count} hour | {count} hours', {}, count)
    case 'd':
      return t('{count} day | {count} days', {}, count)
    case 'w':
      return t('{count} week | {count} weeks', {}, count)
    case 'y':
      return t('{count} year | {count} years', {}, count)
    default:
      return text
  }
}

/** `a, b and c`. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : t('{list} and {last}', { list: items.slice(0, -1).join(', '), last })
}

export function conditionWords({ name, operator, value }: Matcher): string {
  const params = { label: name, value: value === '' ? '""' : value }
  switch (operator) {
    case '=':
      return t('{label} is {value}', params)
    case '!=':
      return t('{label} is not {value}', params)
    case '=~':
      return t('{label} matches {value}', params)
    case '!~':
      return t('{label} does not match {value}', params)
  }
}

export function comparisonWords(operator: string): string {
  switch (operator) {
    case '==':
      return t('equal to')
    case '!=':
      return t('not equal to')
    case '<':
      return t('less than')
    case '<=':
      return t('at most')
    case '>':
      return t('greater than')
    default:
      return operator === '>=' ? t('at least') : operator
  }
}

export function arithmeticWords(operator: string, other: string): string {
  switch (operator) {
    case '+':
      return t('Adds {other}.', { other })
    case '-':
      return t('Subtracts {other}.', { other })
    case '*':
      return t('Multiplies by {other}.', { other })
    case '/':
      return t('Divides by {other}.', { other })
    case 'and':
      return t('Keeps only series that {other} has too.', { other })
    case 'or':
      return t('Adds the series of {other} that are missing.', { other })
    case 'unless':
      return t('Leaves out series that {other} has too.', { other })
    default:
      return t('Computes {operator} {other}.', { operator, other })
  }
}

export function matchingWords({ mode, labels, group }: Matching): readonly string[] {
  const list = listWords(labels)
  const by =
    mode === 'on'
      ? labels.length > 0
        ? t('Series belong together that have the same {labels}.', { labels: list })
        : t('Any series belong together.')
      : t('Series belong together whatever their {labels}.', { labels: list })
  if (!group) return [by]
  const many =
    group.side === 'left'
      ? t('Several on the left may belong to one on the right.')
      : t('Several on the right may belong to one on the left.')
  return group.include.length > 0
    ? [by, many, t('{labels} comes along.', { labels: listWords(group.include) })]
    : [by, many]
}
