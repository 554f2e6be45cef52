import { t } from '../../text.ts'
import { aggregationsByName, parameterAt, parametersOf, seriesAt } from '../builder/parameters.ts'
import { isConstant } from '../builder/to-builder.ts'
import type { Aggregation, Binary, Call, Expr, Modified, Ranged, Selector } from '../expr.ts'
import { functionsByName } from '../functions.ts'
import type { Span } from '../parse.ts'
import { isComparison, isSetOperator } from '../precedence.ts'
import { readPromql } from '../read.ts'
import { writePromql } from '../write.ts'
import { arithmeticWords, comparisonWords, conditionWords, durationWords, listWords, matchingWords } from './words.ts'

/** One thing that a query does, and the part of its text that says so. */
export interface ExplainedStep {
  readonly text: string
  readonly span: Span
}

/**
 * What a query does, step by step in the order in which it is done, in the words of the page's language. One that cannot
 * be read is PROMQL_UNREADABLE.
 */
export const explain = (promql: string): readonly ExplainedStep[] => explainExpr(readPromql(promql))

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

function selectorText({ metric, matchers }: Selector): string {
  const conditions = listWords(matchers.map(conditionWords))
  if (metric === '') return t('Takes all series where {conditions}.', { conditions })
  return conditions
    ? t('Takes {metric} where {conditions}.', { metric, conditions })
    : t('Takes all series of {metric}.', { metric })
}

function paramsText(expr: Call | Aggregation): string | undefined {
  const parameters = parametersOf(expr.kind === 'call' ? 'function' : 'aggregation', expr.name) ?? []
  const at = seriesAt(parameters)
  const params = expr.args.flatMap((arg, i) =>
    i === at ? [] : [`${parameterAt(parameters, i)?.name ?? i + 1} = ${writePromql(arg)}`],
  )
  return params.length > 0 ? t('With {parameters}.', { parameters: listWords(params) }) : undefined
}

const sentences = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' ')

function rangedOf(expr: Expr | undefined): Ranged | undefined {
  if (expr?.kind === 'modified') return rangedOf(expr.expr)
  return expr?.kind === 'range' ? expr : undefined
}

function callText(expr: Call): string {
  const ranged = expr.args.map(rangedOf).find(Boolean)
  const summary = functionsByName.get(expr.name)?.summary
  if (ranged && expr.name === 'rate')
    return t('Turns it into growth per second, averaged over the last {range}.', { range: durationWords(ranged.range) })
  if (ranged && expr.name === 'increase')
    return t('Turns it into growth within the last {range}.', { range: durationWords(ranged.range) })
  const range = ranged && t('The range is the last {range}.', { range: durationWords(ranged.range) })
  return sentences([`${expr.name}:`, summary && t(summary), range, paramsText(expr)])
}

function aggregationText(expr: Aggregation): string {
  const summary = aggregationsByName.get(expr.name)?.summary
  const labels = listWords(expr.grouping?.labels ?? [])
  const groups =
    labels === ''
      ? t('All series are one group.')
      : expr.grouping?.mode === 'without'
        ? t('The groups leave {labels} out.', { labels })
        : t('There is one group for each {labels}.', { labels })
  return sentences([`${expr.name}:`, summary && t(summary), paramsText(expr), groups])
}

function binaryText({ operator, isBool, matching, left, right }: Binary): string {
  const isFirst = isConstant(left) && !isConstant(right)
  const other = shorten(writePromql(isFirst ? left : right))
  const matched = matching ? matchingWords(matching) : []
  if (isFirst)
    return sentences([t('Computes {value} {operator} what came before.', { value: other, operator }), ...matched])
  if (isComparison(operator)) {
    const comparison = comparisonWords(operator)
    return sentences([
      isBool
        ? t('Gives 1 where the value is {comparison} {other}, else 0.', { comparison, other })
        : t('Keeps only values that are {comparison} {other}.', { comparison, other }),
      ...matched,
    ])
  }
  const isPaired = !isConstant(right) && !matching && !isSetOperator(operator)
  const paired = isPaired ? t('Series belong together that have the same labels.') : undefined
  return sentences([arithmeticWords(operator, other), paired, ...matched])
}

function modifiedText({ modifier, text }: Modified): string {
  if (modifier === '@') return t('Looks at a fixed time: {time}.', { time: text })
  if (modifier !== 'offset') return t('Reads the edges of the range {how}.', { how: modifier })
  return text.startsWith('-')
    ? t('Looks {duration} ahead.', { duration: durationWords(text.slice(1)) })
    : t('Looks {duration} back.', { duration: durationWords(text) })
}

function rangeText({ expr, range, step }: Ranged): string | undefined {
  if (expr.kind === 'selector' && step === undefined) return undefined
  const every = step ? durationWords(step) : t('default step')
  return t('Evaluates this again and again over the last {range}, at every {step}.', {
    range: durationWords(range),
    step: every,
  })
}

function textOf(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'selector':
      return selectorText(expr)
    case 'call':
      return callText(expr)
    case 'aggregation':
      return aggregationText(expr)
    case 'binary':
      return binaryText(expr)
    case 'modified':
      return modifiedText(expr)
    case 'range':
      return rangeText(expr)
    case 'unary':
      return expr.operator === '-' ? t('Changes the sign.') : undefined
    default:
      return t('The value {value}.', { value: writePromql(expr) })
  }
}

/** What a step works on; constants are told of in the step itself. */
function sourcesOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
    case 'aggregation':
      return expr.args.filter((arg) => !isConstant(arg))
    case 'binary':
      return [expr.left, expr.right].filter((side) => !isConstant(side))
    case 'unary':
    case 'range':
    case 'modified':
      return [expr.expr]
    default:
      return []
  }
}

function explainExpr(expr: Expr): readonly ExplainedStep[] {
  const text = textOf(expr)
  const before = sourcesOf(expr).flatMap(explainExpr)
  return text === undefined ? before : [...before, { text, span: expr.span }]
}
