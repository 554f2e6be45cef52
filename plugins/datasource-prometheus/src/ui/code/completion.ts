import {
  analyzeCompletion,
  computeEndCompletePosition,
  computeStartCompletePosition,
  ContextKind,
  type Context,
} from '@prometheus-io/codemirror-promql/dist/esm/complete/hybrid.js'
import {
  ensureSyntaxTree,
  syntaxTree,
  type Completion,
  type CompletionContext,
  type CompletionSource,
} from '@orrery/ui/editor'
import type { EditedVariable } from '@orrery/sdk'
import { aggregations } from '../../promql/functions/aggregations.ts'
import { functions } from '../../promql/functions.ts'
import { bool, ends, groupings, matchings, offset, operators, units, windows } from '../../promql/keywords.ts'
import type { Catalog } from '../names/catalog.ts'
import { matchesOf, rankOf, wordsOf } from '../names/name-index.ts'
import {
  offerAggregation,
  offerFunction,
  offerKeyword,
  offerLabel,
  offerMatcher,
  offerMetric,
  offerVariable,
} from './offers.ts'
import { scopeAt } from './scope.ts'
import { offerValues, valueAt } from './values.ts'

const fixed = {
  functions: functions.map(offerFunction),
  aggregations: aggregations.map(offerAggregation),
  operators: operators.map(offerKeyword),
  modifiers: matchings.map(offerKeyword),
  groupings: groupings.map(offerKeyword),
  ends: ends.map(offerKeyword),
  units: units.map(offerKeyword),
  windows: windows.map(offerKeyword),
  offset: [offerKeyword(offset)],
  bool: [offerKeyword(bool)],
}

const ofKind: Partial<Record<ContextKind, readonly Completion[]>> = {
  [ContextKind.Function]: fixed.functions,
  [ContextKind.Aggregation]: fixed.aggregations,
  [ContextKind.BinOp]: fixed.operators,
  [ContextKind.BinOpModifier]: fixed.modifiers,
  [ContextKind.AggregateOpModifier]: fixed.groupings,
  [ContextKind.AtModifiers]: fixed.ends,
  [ContextKind.Duration]: fixed.units,
  [ContextKind.Offset]: fixed.offset,
  [ContextKind.Bool]: fixed.bool,
}

const mostOffered = 100
/** As long as a long query on a slow machine takes. */
const parseMs = 500

/** Those that answer what was typed, best first; of equals, the earlier ones. */
function ranked(offers: readonly Completion[], typed: string): Completion[] {
  const search = typed.toLowerCase()
  const words = wordsOf(typed)
  const ranks: [Completion[], Completion[], Completion[]] = [[], [], []]
  for (const offer of offers) {
    const rank = search === '' ? 0 : rankOf(offer.label.toLowerCase(), search, words)
    if (rank !== undefined) ranks[rank].push(offer)
  }
  return ranks.flat().slice(0, mostOffered)
}

/** Whether the server answers, the query itself will tell: what is known here is offered without it. */
const nothing = () => ({ items: [] })

const result = (from: number, to: number, typed: string, offers: readonly Completion[]) =>
  offers.length === 0
    ? null
    : {
        from,
        to,
        options: [...offers],
        // They are found and ordered already: CodeMirror would do it anew for each key.
        filter: false,
        getMatch: ({ label }: Completion) => matchesOf(label, typed),
      }

/** Offers what can stand at the caret. Names come from the catalog, variables from the dashboard; all else is known here. */
export const createCompletion =
  (catalog: Catalog, variables: () => readonly EditedVariable[] = () => []): CompletionSource =>
  async (context: CompletionContext) => {
    const { state, pos, explicit } = context
    const variable = context.matchBefore(/\$\{?\w*/)
    if (variable) {
      const builtIn = fixed.windows.filter(({ label }) => label.startsWith('$'))
      const offers = [...variables().map(offerVariable), ...builtIn]
      return result(variable.from, pos, variable.text, ranked(offers, variable.text.replace('{', '')))
    }
    if (context.matchBefore(/\[\s*/)) return result(pos, pos, '', fixed.windows)
    const node = (ensureSyntaxTree(state, pos, parseMs) ?? syntaxTree(state)).resolve(pos, -1)
    const contexts = analyzeCompletion(state, node, pos)
    if (contexts.length === 0) return null
    // In an empty text the node is the space before the caret.
    const begin = computeStartCompletePosition(state, node, pos)
    const start = state.sliceDoc(begin, pos).trim() ? begin : pos
    const end = Math.max(pos, computeEndCompletePosition(state, node, pos))
    const typed = state.sliceDoc(start, pos)
    const names = (kind: ContextKind) => contexts.find((one) => one.kind === kind)

    if (names(ContextKind.LabelValue)) {
      const place = valueAt(state, node, pos)
      if (!place) return null
      const { items } = await catalog
        .values(place.label, place.typed, scopeAt(state, node, place.matcher))
        .catch(nothing)
      if (context.aborted) return null
      return result(place.from, place.to, place.typed, offerValues(items, place))
    }
    if (names(ContextKind.LabelName)) {
      const isMatcher = isInSelector(node)
      const { items } = await catalog.labels(typed, scopeAt(state, node)).catch(nothing)
      if (context.aborted) return null
      return result(start, end, typed, ranked(items.map(isMatcher ? offerMatcher : offerLabel), typed))
    }
    // Nothing was typed and nothing asked for: a list of everything would only be in the way.
    if (typed === '' && !explicit && !names(ContextKind.Duration)) return null
    const offers = contexts.flatMap(({ kind }: Context) => ofKind[kind] ?? [])
    if (!names(ContextKind.MetricName)) return result(start, end, typed, ranked(offers, typed))
    const { items } = await catalog.metrics(typed).catch(nothing)
    if (context.aborted) return null
    // Without a word to go by, what is here to be looked at comes before what could be done with it.
    const all = typed ? [...offers, ...items.map(offerMetric)] : [...items.map(offerMetric), ...offers]
    return result(start, end, typed, ranked(all, typed))
  }

function isInSelector(node: ReturnType<ReturnType<typeof syntaxTree>['resolve']>): boolean {
  for (let at: typeof node | null = node; at; at = at.parent) {
    if (at.name === 'LabelMatchers') return true
    if (at.name === 'GroupingLabels') return false
  }
  return false
}
