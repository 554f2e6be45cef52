import { t } from '../../text.ts'
import { isSame, visit, type Expr } from '../expr.ts'
import { readPromql } from '../read.ts'
import { counterWithoutRate, rateOfGauge, shortRange, sumBeforeRate } from './counters.ts'
import { replaceSpan, type Hint, type HintContext, type Judged } from './hint.ts'
import { histogramWithoutQuantile, missingLe } from './histograms.ts'

const mostSeries = 100

function manySeries({ context: { seriesCount = 0 } }: Judged): readonly Hint[] {
  if (seriesCount <= mostSeries) return []
  const text = t('{count} series are more than anybody can tell apart.', { count: seriesCount })
  const change = { top: { count: 20, by: 'max' } } as const
  return [{ id: 'many-series', text, fix: { label: t('Show the highest {count}', { count: 20 }), change } }]
}

const read = (promql: string): Expr | undefined => {
  try {
    return readPromql(promql)
  } catch {
    return undefined
  }
}

/** A part of the query that the server has computed already. */
function recorded({ promql, root, context: { rules = [] } }: Judged): readonly Hint[] {
  const known = rules.map(({ name, expr }) => ({ name, expr: read(expr) }))
  const hints: Hint[] = []
  visit(root, (part) => {
    if (part.kind === 'selector' || part.kind === 'number') return
    const rule = known.find(({ expr }) => expr && isSame(expr, part))
    if (!rule) return
    hints.push({
      id: 'recorded',
      text: t('The rule {name} has computed this already.', { name: rule.name }),
      fix: {
        label: t('Use {name}', { name: rule.name }),
        change: { expr: replaceSpan(promql, part.span, rule.name) },
      },
    })
  })
  return hints
}

const judges = [
  recorded,
  counterWithoutRate,
  rateOfGauge,
  sumBeforeRate,
  shortRange,
  missingLe,
  histogramWithoutQuantile,
  manySeries,
]

/** Advice on a query, each once; none for one that cannot be read. */
export function hintsFor(promql: string, context: HintContext): readonly Hint[] {
  const root = read(promql)
  if (!root) return []
  const hints = judges.flatMap((judge) => judge({ promql, root, context }))
  return hints.filter(({ text }, i) => hints.findIndex((other) => other.text === text) === i)
}
