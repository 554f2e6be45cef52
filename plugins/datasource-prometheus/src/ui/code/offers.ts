import { snippet, startCompletion, type Completion, type EditorView } from '@orrery/ui/editor'
import type { EditedVariable } from '@orrery/sdk'
import { signatureOf } from '../../promql/functions.ts'
import type { PromqlAggregation } from '../../promql/functions/aggregations.ts'
import type { PromqlFunction, PromqlParameter } from '../../promql/functions/declare.ts'
import type { PromqlKeyword } from '../../promql/keywords.ts'
import { toQuoted } from '../../promql/quote.ts'
import { t } from '../../text.ts'
import type { Metric } from '../names/catalog.ts'
import { documentation } from './documentation.ts'

const replace = (view: EditorView, insert: string, from: number, to: number, caret = insert.length) =>
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + caret }, userEvent: 'input.complete' })

const fieldOf = ({ name, type }: PromqlParameter): string => {
  if (type === 'scalar') return `\${${name}}`
  if (type === 'string') return `"\${${name}}"`
  return type === 'range' ? '${}[$__rate_interval]' : '${}'
}

/** Writes the call with its arguments as places to fill in, and offers what the first one may be. */
function call({ name, parameters }: PromqlFunction | PromqlAggregation): Completion['apply'] {
  const needed = parameters.filter(({ optional, repeated }) => !optional && !repeated)
  const template = snippet(`${name}(${needed.map(fieldOf).join(', ')})${parameters.length ? '${}' : ''}`)
  return (view, completion, from, to) => {
    if (view.state.sliceDoc(to, to + 1) === '(') return replace(view, name, from, to)
    template(view, completion, from, to)
    if (parameters.length > 0) startCompletion(view)
  }
}

/** A variable of the dashboard. */
export const offerVariable = ({ name, label }: EditedVariable): Completion => ({
  label: `$${name}`,
  type: 'variable',
  ...(label !== undefined && { detail: label }),
})

export const offerFunction = (one: PromqlFunction): Completion => ({
  label: one.name,
  type: 'function',
  info: () => documentation({ signature: signatureOf(one), summary: t(one.summary), example: one.example }),
  apply: call(one)!,
})

export const offerAggregation = (one: PromqlAggregation): Completion => ({
  label: one.name,
  type: 'method',
  info: () => documentation({ signature: signatureOf(one), summary: t(one.summary), example: one.example }),
  apply: call(one)!,
})

export const offerKeyword = ({ name, summary }: PromqlKeyword): Completion => ({
  label: name,
  type: name.startsWith('$') ? 'variable' : 'keyword',
  info: () => documentation({ summary: t(summary) }),
})

/** Metrics with names of characters that only strings may have are written as `{"name"}`. */
export const offerMetric = ({ name, type, help, unit }: Metric): Completion => ({
  label: name,
  type: 'constant',
  ...(type && { detail: type }),
  ...((help || unit) && { info: () => documentation({ summary: help, ...(unit && { unit }) }) }),
  ...(!/^[A-Za-z_:][\w:]*$/.test(name) && { apply: `{${toQuoted(name)}}` }),
})

/** A label to group by or to match on. */
export const offerLabel = (name: string): Completion => ({
  label: name,
  type: 'property',
  ...(!/^[A-Za-z_]\w*$/.test(name) && { apply: toQuoted(name) }),
})

/** A label of a selector: its value comes next. */
export const offerMatcher = (name: string): Completion => ({
  label: name,
  type: 'property',
  apply(view, _, from, to) {
    const label = /^[A-Za-z_]\w*$/.test(name) ? name : toQuoted(name)
    if (/^\s*[=!]/.test(view.state.sliceDoc(to, to + 10))) return replace(view, label, from, to)
    replace(view, `${label}=""`, from, to, label.length + 2)
    startCompletion(view)
  },
})
