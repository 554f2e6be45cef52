import { parseDuration } from '@orrery/sdk'
import { t } from '../../text.ts'
import { visit, type Call, type Expr } from '../expr.ts'
import { replaceSpan, typeOfMetric, type Hint, type Judged } from './hint.ts'

const rates = new Set(['rate', 'irate', 'increase'])
/** They ask whether there is a series, or when it was; its value is nothing to them. */
const indifferent = new Set(['absent', 'absent_over_time', 'timestamp', 'start_timestamp', 'count', 'group', 'info'])

export const isRate = (expr: Expr | undefined): expr is Call & Expr => expr?.kind === 'call' && rates.has(expr.name)

/** A counter whose total is shown, which only ever grows. */
export function counterWithoutRate({ promql, root, context }: Judged): readonly Hint[] {
  const hints: Hint[] = []
  visit(root, (expr, around) => {
    if (expr.kind !== 'selector' || typeOfMetric(expr.metric, context) !== 'counter') return
    const isUsed = around.some(
      (outer) =>
        outer.kind === 'range' ||
        ((outer.kind === 'call' || outer.kind === 'aggregation') && indifferent.has(outer.name)),
    )
    if (isUsed) return
    // What stands behind the selector stays behind its range.
    const whole = around.findLast((outer, i) => around.slice(0, i + 1).every(({ kind }) => kind === 'modified')) ?? expr
    const modifiers = promql.slice(expr.span.to, whole.span.to)
    const selector = promql.slice(expr.span.from, expr.span.to)
    hints.push({
      id: 'counter-without-rate',
      text: t('{metric} is a counter: it only ever grows. How fast it grows says more.', { metric: expr.metric }),
      fix: {
        label: t('Use {name}', { name: 'rate()' }),
        change: { expr: replaceSpan(promql, whole.span, `rate(${selector}[$__rate_interval]${modifiers})`) },
      },
    })
  })
  return hints
}

const forGauges: Readonly<Record<string, string>> = { rate: 'deriv', irate: 'deriv', increase: 'delta' }

/** A gauge may fall, which `rate` takes for a restart. */
export function rateOfGauge({ promql, root, context }: Judged): readonly Hint[] {
  const hints: Hint[] = []
  visit(root, (expr, around) => {
    if (expr.kind !== 'selector' || typeOfMetric(expr.metric, context) !== 'gauge') return
    const call = around.find(({ kind }) => kind !== 'modified' && kind !== 'range')
    if (!isRate(call)) return
    const instead = forGauges[call.name]!
    const name = { from: call.span.from, to: call.span.from + call.name.length }
    hints.push({
      id: 'rate-of-gauge',
      text: t('{metric} is a gauge: {name}() takes each fall for a restart.', { metric: expr.metric, name: call.name }),
      fix: { label: t('Use {name}', { name: `${instead}()` }), change: { expr: replaceSpan(promql, name, instead) } },
    })
  })
  return hints
}

/** A range that may hold fewer samples than a rate needs. */
export function shortRange({ promql, root, context: { scrapeIntervalMs = 15_000 } }: Judged): readonly Hint[] {
  const hints: Hint[] = []
  visit(root, (expr, around) => {
    if (expr.kind !== 'range' || expr.step !== undefined) return
    const call = around.find(({ kind }) => kind !== 'modified')
    const range = /^\d+(?:ms|[smhdwy])$/.test(expr.range) ? parseDuration(expr.range) : undefined
    if (!isRate(call) || range === undefined || range >= 4 * scrapeIntervalMs) return
    const at = promql.indexOf('[', expr.expr.span.to) + 1
    const place = { from: at, to: expr.span.to - 1 }
    hints.push({
      id: 'short-range',
      text: t('{range} may hold too few samples. $__rate_interval always holds four.', { range: expr.range }),
      fix: {
        label: t('Use {name}', { name: '$__rate_interval' }),
        change: { expr: replaceSpan(promql, place, '$__rate_interval') },
      },
    })
  })
  return hints
}

/** `rate(sum(x)[5m:])`: a restart of one is lost in the sum. */
export function sumBeforeRate({ promql, root }: Judged): readonly Hint[] {
  const hints: Hint[] = []
  visit(root, (expr, around) => {
    const [subquery, call] = around
    if (expr.kind !== 'aggregation' || expr.name !== 'sum' || subquery?.kind !== 'range' || !isRate(call)) return
    const [summed] = expr.args
    if (summed?.kind !== 'selector') return
    const textOf = ({ span }: Expr) => promql.slice(span.from, span.to)
    const rate = `${call.name}(${textOf(summed)}[${subquery.range}])`
    const sum = textOf(expr).replace(textOf(summed), () => rate)
    hints.push({
      id: 'sum-before-rate',
      text: t('{name}() of a sum takes the restart of one for a restart of all. Sum the rates instead.', {
        name: call.name,
      }),
      fix: { label: t('Swap them'), change: { expr: replaceSpan(promql, call.span, sum) } },
    })
  })
  return hints
}
