import { t } from '../../text.ts'
import { visit, type Expr, type Selector } from '../expr.ts'
import { writeGrouping } from '../write.ts'
import { isRate } from './counters.ts'
import { replaceSpan, type Hint, type Judged } from './hint.ts'

const isHistogramFunction = (expr: Expr) => expr.kind === 'call' && expr.name.startsWith('histogram_')

function selectorsOf(expr: Expr): readonly Selector[] {
  const selectors: Selector[] = []
  visit(expr, (part) => {
    if (part.kind === 'selector') selectors.push(part)
  })
  return selectors
}

/** Rates of a histogram that nothing makes a quantile of. */
export function histogramWithoutQuantile({ promql, root, context: { typeOf } }: Judged): readonly Hint[] {
  const [metric, ...others] = selectorsOf(root).map((selector) => selector.metric)
  if (metric === undefined || others.length > 0) return []
  const isClassic = metric.endsWith('_bucket')
  if (!isClassic && typeOf(metric) !== 'histogram') return []
  let isRead = false
  visit(root, (expr) => (isRead ||= isHistogramFunction(expr)))
  const isSummed = root.kind === 'aggregation' && root.name === 'sum' && isRate(root.args[0])
  if (isRead || !(isRate(root) || isSummed)) return []
  const text = t('{metric} is a histogram: a quantile says how long most of them took.', { metric })
  const change = {
    expr: `histogram_quantile(0.95, ${isRate(root) ? `${isClassic ? 'sum by (le)' : 'sum'} (${promql})` : promql})`,
  }
  return [{ id: 'histogram-without-quantile', text, fix: { label: t('Show the 95th percentile'), change } }]
}

/** Buckets are told apart by `le`, which a sum must keep. */
export function missingLe({ promql, root }: Judged): readonly Hint[] {
  const hints: Hint[] = []
  visit(root, (expr, around) => {
    const [call] = around
    if (expr.kind !== 'aggregation' || call?.kind !== 'call' || call.name !== 'histogram_quantile') return
    const { grouping, args, span } = expr
    const isKept = grouping?.mode === 'without' ? !grouping.labels.includes('le') : grouping?.labels.includes('le')
    const isClassic = selectorsOf(expr).some(({ metric }) => metric.endsWith('_bucket'))
    const [summed] = args
    if (isKept || !isClassic || !summed || args.length > 1) return
    const labels = grouping?.labels ?? []
    const kept =
      grouping?.mode === 'without'
        ? writeGrouping({ mode: 'without', labels: labels.filter((label) => label !== 'le') })
        : writeGrouping({ mode: 'by', labels: ['le', ...labels] })
    const sum = `${expr.name} ${kept} (${promql.slice(summed.span.from, summed.span.to)})`
    hints.push({
      id: 'missing-le',
      text: t('The quantile needs the buckets, which the label le tells apart: keep it.'),
      fix: { label: t('Keep {label}', { label: 'le' }), change: { expr: replaceSpan(promql, span, sum) } },
    })
  })
  return hints
}
