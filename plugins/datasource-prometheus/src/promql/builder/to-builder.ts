import { isSame, visit, type Binary, type Expr, type Modified } from '../expr.ts'
import type { PromqlParameter } from '../functions/declare.ts'
import { parsePromql } from '../parse.ts'
import { readPromql } from '../read.ts'
import { isVariable } from '../variables.ts'
import { writePromql } from '../write.ts'
import { emptyQuery, type BuilderQuery, type Operation } from './builder-query.ts'
import { parameterAt, parametersOf, seriesAt } from './parameters.ts'
import { toExpr } from './to-promql.ts'

/** Why a query cannot be shown in steps: a sentence, which is a key of the plugin's catalogue. */
export interface CodeOnly {
  readonly codeOnly: string
}

/** All that can keep a query from steps. */
export const codeOnlyReasons = {
  unreadable: 'It cannot be read; correct it first.',
  comments: 'It has comments, which steps cannot keep.',
  constant: 'It names no metric.',
  sign: 'It has a sign before a series.',
  fill: 'It fills in for series that are missing on one side.',
  argument: 'A function in it is given what the builder has no field for.',
  modifier: 'Its offset or fixed time is not at a metric.',
  shape: 'It is put together in a way that steps cannot follow.',
} as const
const codeOnly = (reason: keyof typeof codeOnlyReasons): CodeOnly => ({ codeOnly: codeOnlyReasons[reason] })

export const isCodeOnly = (query: BuilderQuery | CodeOnly): query is CodeOnly => 'codeOnly' in query

/** Whether an expression reads no series: a number, a variable, `time()`, `vector(0)`. */
export function isConstant(expr: Expr): boolean {
  let isIt = true
  visit(expr, (part) => {
    if (part.kind === 'selector') isIt &&= part.matchers.length === 0 && isVariable(part.metric)
  })
  return isIt
}

const then = (query: BuilderQuery | CodeOnly, operation: Operation) =>
  isCodeOnly(query) ? query : { ...query, operations: [...query.operations, operation] }

/** The arguments beside the series, as texts; undefined when one is not what a field can hold. */
function paramsOf(args: readonly Expr[], parameters: readonly PromqlParameter[], at: number): string[] | undefined {
  const params: string[] = []
  for (const [i, arg] of args.entries()) {
    if (i === at) continue
    const isText = parameterAt(parameters, i)?.type === 'string'
    if (arg.kind === 'string' ? !isText : isText || !isConstant(arg)) return undefined
    params.push(arg.kind === 'string' ? arg.value : writePromql(arg))
  }
  return params
}

/** What stands behind a selector or its range, and what it stands behind. */
function unmodified(expr: Expr): { readonly inner: Expr; readonly modifiers: readonly Modified[] } {
  if (expr.kind !== 'modified') return { inner: expr, modifiers: [] }
  const { inner, modifiers } = unmodified(expr.expr)
  return { inner, modifiers: [...modifiers, expr] }
}

function modify(query: BuilderQuery, modifiers: readonly Modified[]): BuilderQuery | CodeOnly {
  if (modifiers.length === 0) return query
  const textsOf = (wanted: Modified['modifier']) =>
    modifiers.filter(({ modifier }) => modifier === wanted).map(({ text }) => text)
  const [offsets, times] = [textsOf('offset'), textsOf('@')]
  const isTwice = offsets.length > 1 || times.length > 1 || offsets.length + times.length < modifiers.length
  if (isTwice || query.operations.length > 0) return codeOnly('modifier')
  const [[offset], [at]] = [offsets, times]
  return { ...query, ...(offset && { offset }), ...(at && { at }) }
}

function fromCall(expr: Expr & { kind: 'call' }): BuilderQuery | CodeOnly {
  const { name, args } = expr
  const parameters = parametersOf('function', name) ?? []
  const at = seriesAt(parameters)
  const series = args[at]
  if (!series) return codeOnly('constant')
  const params = paramsOf(args, parameters, at)
  if (!params) return codeOnly('argument')
  if (parameters[at]!.type !== 'range') return then(fromExpr(series), { kind: 'function', name, params })
  const { inner, modifiers } = unmodified(series)
  if (inner.kind !== 'range') return codeOnly('argument')
  const { range, step } = inner
  if (step !== undefined && modifiers.length > 0) return codeOnly('modifier')
  const query = fromExpr(inner.expr)
  const modified = isCodeOnly(query) ? query : modify(query, modifiers)
  return then(modified, { kind: 'function', name, params, range, ...(step !== undefined && { step }) })
}

function fromAggregation({ name, args, grouping }: Expr & { kind: 'aggregation' }): BuilderQuery | CodeOnly {
  const parameters = parametersOf('aggregation', name) ?? []
  const at = seriesAt(parameters)
  const params = paramsOf(args, parameters, at)
  const series = args[at]
  if (!params || !series) return codeOnly('argument')
  return then(fromExpr(series), { kind: 'aggregation', name, params, ...(grouping && { grouping }) })
}

function fromBinary({ operator, isBool, matching, fill, left, right }: Binary): BuilderQuery | CodeOnly {
  if (fill !== undefined) return codeOnly('fill')
  const said = { operator, isBool, ...(matching && { matching }) }
  if (isConstant(right)) {
    const value = writePromql(right)
    return then(fromExpr(left), { kind: 'constant', ...said, value, isFirst: false })
  }
  if (isConstant(left)) {
    const value = writePromql(left)
    return then(fromExpr(right), { kind: 'constant', ...said, value, isFirst: true })
  }
  const query = fromExpr(right)
  return isCodeOnly(query) ? query : then(fromExpr(left), { kind: 'join', ...said, query })
}

function fromExpr(expr: Expr): BuilderQuery | CodeOnly {
  switch (expr.kind) {
    case 'selector':
      return { metric: expr.metric, filters: expr.matchers, operations: [] }
    case 'call':
      return fromCall(expr)
    case 'aggregation':
      return fromAggregation(expr)
    case 'binary':
      return fromBinary(expr)
    case 'modified': {
      const { inner, modifiers } = unmodified(expr)
      const query = fromExpr(inner)
      return isCodeOnly(query) ? query : modify(query, modifiers)
    }
    case 'unary':
      return codeOnly('sign')
    case 'range':
      return codeOnly('shape')
    default:
      return codeOnly('constant')
  }
}

function hasComments(expr: string): boolean {
  let has = false
  parsePromql(expr).iterate({ enter: ({ name }) => void (has ||= name === 'LineComment') })
  return has
}

/**
 * A query in steps, or why it is code only. What converts means the same afterwards: `toPromql` of the steps has the same
 * tree, which is compared here before anybody relies on it.
 */
export function toBuilder(promql: string): BuilderQuery | CodeOnly {
  if (promql.trim() === '') return emptyQuery
  let expr: Expr
  try {
    expr = readPromql(promql)
    if (hasComments(promql)) return codeOnly('comments')
  } catch {
    return codeOnly('unreadable')
  }
  const query = fromExpr(expr)
  if (isCodeOnly(query)) return query
  if (query.metric === '' && query.filters.length === 0) return codeOnly('constant')
  return isSame(toExpr(query), expr) ? query : codeOnly('shape')
}
