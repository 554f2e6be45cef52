import * as fc from 'fast-check'
import type { Expr, Matcher } from './expr.ts'

const span = { from: 0, to: 0 }
const name = fc.constantFrom('a', 'job', 'http_requests_total', 'a.b', 'sum', 'by', 'offset_x', 'weird"name')
const labels = fc.array(name, { maxLength: 2 })
const value = fc.oneof(fc.string(), fc.constantFrom('a|b', '\\d+', '"', "'", '`', '\n', '\t"\\'))
const matcher = fc.record<Matcher>({ name, operator: fc.constantFrom('=', '!=', '=~', '!~'), value })
const duration = fc.constantFrom('5m', '1h30m', '$__rate_interval', '300')
const scalar = fc
  .constantFrom('0.95', '5', '-1', '1e3', '0x1F', '1m')
  .map((text): Expr => ({ kind: 'number', text, span }))

/** Any expression of a few levels, as the types allow it: not all of them make sense to Prometheus. */
export const anyExpr: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; selector: Expr }>((tie) => ({
  selector: fc.record({
    kind: fc.constant('selector'),
    metric: fc.oneof(fc.constant(''), name),
    matchers: fc.array(matcher, { maxLength: 3 }),
    span: fc.constant(span),
  }),
  expr: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('selector'),
    fc.record({
      kind: fc.constant('range'),
      expr: tie('selector'),
      range: duration,
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('call'),
      name: fc.constantFrom('rate', 'abs', 'max_over_time', 'histogram_quantile', 'clamp'),
      args: fc.array(fc.oneof(tie('expr'), scalar), { maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record(
      {
        kind: fc.constant('aggregation'),
        name: fc.constantFrom('sum', 'topk', 'quantile'),
        args: fc.tuple(tie('expr')),
        grouping: fc.record({ mode: fc.constantFrom('by', 'without'), labels }),
        span: fc.constant(span),
      },
      { requiredKeys: ['kind', 'name', 'args', 'span'] },
    ),
    fc.record(
      {
        kind: fc.constant('binary'),
        operator: fc.constantFrom('+', '-', '*', '/', '^', '%', '==', '>', 'and', 'or', 'unless', 'atan2'),
        isBool: fc.constant(false),
        matching: fc.record(
          {
            mode: fc.constantFrom('on', 'ignoring'),
            labels,
            group: fc.record({ side: fc.constantFrom('left', 'right'), include: labels }),
          },
          { requiredKeys: ['mode', 'labels'] },
        ),
        left: tie('expr'),
        right: fc.oneof(tie('expr'), scalar),
        span: fc.constant(span),
      },
      { requiredKeys: ['kind', 'operator', 'isBool', 'left', 'right', 'span'] },
    ),
    fc.record({
      kind: fc.constant('range'),
      expr: tie('expr'),
      range: duration,
      step: fc.oneof(fc.constant(''), duration),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('modified'),
      modifier: fc.constant('offset'),
      expr: tie('selector'),
      text: duration,
      span: fc.constant(span),
    }),
  ),
})).expr
