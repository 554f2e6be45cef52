import type { Expr } from '../expr.ts'
import type { PromqlParameter } from '../functions/declare.ts'
import { readPromql } from '../read.ts'
import { writePromql } from '../write.ts'
import type { BuilderQuery, Operation } from './builder-query.ts'
import { parameterAt, parametersOf, seriesAt } from './parameters.ts'

const span = { from: 0, to: 0 }

function constant(text: string): Expr {
  try {
    return readPromql(text)
  } catch {
    // Half written: Prometheus says what is wrong with it.
    return { kind: 'number', text, span }
  }
}

const argument = (text: string, parameter: PromqlParameter | undefined): Expr =>
  parameter?.type === 'string' ? { kind: 'string', value: text, span } : constant(text)

function argsOf(params: readonly string[], series: Expr, parameters: readonly PromqlParameter[]): readonly Expr[] {
  const at = seriesAt(parameters)
  const before = params.slice(0, at).map((text, i) => argument(text, parameters[i]))
  const after = params.slice(at).map((text, i) => argument(text, parameterAt(parameters, at + 1 + i)))
  return [...before, series, ...after]
}

function withRange(expr: Expr, range: string, step: string | undefined): Expr {
  if (expr.kind === 'modified' && step === undefined) return { ...expr, expr: withRange(expr.expr, range, step) }
  // Only a selector has samples of its own; anything else is evaluated at steps.
  const steps = expr.kind === 'selector' ? step : (step ?? '')
  return { kind: 'range', expr, range, ...(steps !== undefined && { step: steps }), span }
}

function apply(expr: Expr, operation: Operation): Expr {
  switch (operation.kind) {
    case 'function': {
      const { name, params, range, step } = operation
      const series = range === undefined ? expr : withRange(expr, range, step)
      return { kind: 'call', name, args: argsOf(params, series, parametersOf('function', name) ?? []), span }
    }
    case 'aggregation': {
      const { name, params, grouping } = operation
      const args = argsOf(params, expr, parametersOf('aggregation', name) ?? [])
      return { kind: 'aggregation', name, args, ...(grouping && { grouping }), span }
    }
    case 'constant': {
      const { operator, isBool, matching, value, isFirst } = operation
      const [left, right] = isFirst ? [constant(value), expr] : [expr, constant(value)]
      return { kind: 'binary', operator, isBool, ...(matching && { matching }), left, right, span }
    }
    case 'join': {
      const { operator, isBool, matching, query } = operation
      return { kind: 'binary', operator, isBool, ...(matching && { matching }), left: expr, right: toExpr(query), span }
    }
  }
}

const isEmpty = ({ metric, filters }: BuilderQuery) => metric === '' && filters.every(({ name }) => name === '')

/** The tree of a query made of steps; filters that name no label yet are left out. */
export function toExpr({ metric, filters, offset, at, operations }: BuilderQuery): Expr {
  let expr: Expr = { kind: 'selector', metric, matchers: filters.filter(({ name }) => name !== ''), span }
  if (at) expr = { kind: 'modified', modifier: '@', expr, text: at, span }
  if (offset) expr = { kind: 'modified', modifier: 'offset', expr, text: offset, span }
  return operations.reduce(apply, expr)
}

/** The PromQL of a query made of steps, on one line; empty while it selects nothing. */
export const toPromql = (query: BuilderQuery): string => (isEmpty(query) ? '' : writePromql(toExpr(query)))
