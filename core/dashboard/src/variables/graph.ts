import type { DetailedValue, VariableScope, VariableValue, VariableValues } from '@orrery/format'
import type { TimeRange } from '@orrery/query'
import type { DashboardSpec } from '../dashboard.ts'
import type { ValueVariable, VariableOption } from '../variable.ts'
import { isAsked, isValueVariable } from '../variables.ts'
import { ownOptions } from './options.ts'
import { scopedVariables, variableDependencies, withDependencies, type VariablesByName } from './scope.ts'
import { detailValue, settleValue } from './values.ts'

/**
 * How it is with a variable: it waits for those that it depends on, its options are asked for, its value stands, or its
 * options could not be had: then its value is what was wanted of it.
 */
export type VariableStatus = 'waiting' | 'loading' | 'ready' | 'failed'

export interface VariableState {
  readonly status: VariableStatus
  /** While it is not settled, those of before. */
  readonly options: readonly VariableOption[]
  readonly value: VariableValue
  /** Why it failed. */
  readonly problem?: unknown
}

/** Asks the host for the options of a variable. */
export interface VariableRequest {
  readonly key: string
  readonly variable: ValueVariable
  /** Of all that it depends on, by key. */
  readonly values: VariableValues
  /** What its definition names. */
  readonly scope: VariableScope
  readonly range: TimeRange
  readonly signal: AbortSignal
}

export interface VariableGraphOptions {
  readonly spec: Pick<DashboardSpec, 'variables' | 'layout'>
  /** What was chosen before, by key. */
  readonly wanted: VariableValues
  readonly range: TimeRange
  readonly load: (request: VariableRequest) => Promise<readonly VariableOption[]>
  /** Called after each change, with the keys whose state changed. */
  readonly onChange: (keys: ReadonlySet<string>) => void
  /** What people call All. */
  readonly allText?: string
}

/**
 * The variables of a dashboard as one graph. Each is asked for once after a change of what it depends on, when that
 * stands; what is asked for in vain by then is aborted. A value that is offered no longer gives way to the default.
 */
export interface VariableGraph {
  readonly state: (key: string) => VariableState | undefined
  /** Chooses values; those that are not named stay. Undefined takes back what was chosen. */
  readonly choose: (values: Readonly<Record<string, VariableValue | undefined>>) => void
  /** The range of which options are asked; those that follow it are asked for anew. */
  readonly setRange: (range: TimeRange) => void
  /** Asks for the options of a variable again. */
  readonly reload: (key: string) => void
  /** Whether these variables, and all that they depend on, stand. */
  readonly isSettled: (variables: VariablesByName, names: Iterable<string>) => boolean
  /** The values that the host needs for these variables: theirs and those of all that they depend on, by key. */
  readonly valuesFor: (variables: VariablesByName, names: Iterable<string>) => VariableValues
  /** What templates may name at a place. */
  readonly scopeOf: (variables: VariablesByName) => VariableScope
  /** Aborts all that is asked for. */
  readonly stop: () => void
}

interface Node {
  readonly key: string
  readonly variable: ValueVariable
  readonly dependencies: readonly Node[]
  /** Itself and all that it depends on, in order. */
  readonly chain: readonly string[]
  state: VariableState
  wanted: VariableValue | undefined
  /** What its options are of. */
  loadedFor: string | undefined
  loading: { readonly question: string; readonly abort: AbortController } | undefined
}

export function createVariableGraph(options: VariableGraphOptions): VariableGraph {
  const { spec, wanted, load, onChange, allText } = options
  let { range } = options
  let rangeNumber = 0
  const reloads = new Map<string, number>()
  const nodes = createNodes(spec, wanted)
  const changed = new Set<string>()

  const set = (node: Node, state: VariableState) => {
    node.state = state
    changed.add(node.key)
  }
  const isStanding = ({ state }: Node) => state.status === 'ready' || state.status === 'failed'
  const detail = ({ variable, state }: Node): DetailedValue =>
    detailValue(variable, state.value, { options: state.options, range, ...(allText !== undefined && { allText }) })
  const scopeAbove = (node: Node): VariableScope =>
    Object.fromEntries(node.dependencies.map((each) => [each.variable.name, detail(each)]))
  const questionOf = (node: Node) => {
    const follows = node.variable.type === 'query' && node.variable.refresh === 'range'
    const above = node.dependencies.map(({ state }) => state.value)
    return JSON.stringify([above, follows ? rangeNumber : 0, reloads.get(node.key) ?? 0])
  }
  const settle = (node: Node, found: readonly VariableOption[], problem?: unknown) => {
    const { variable } = node
    const value =
      problem === undefined || node.wanted === undefined ? settleValue(variable, node.wanted, found) : node.wanted
    const rest = problem === undefined ? { status: 'ready' as const } : { status: 'failed' as const, problem }
    set(node, { ...rest, options: found, value })
  }
  const abort = (node: Node) => {
    node.loading?.abort.abort()
    node.loading = undefined
  }

  const ask = async (node: Node, question: string) => {
    const controller = new AbortController()
    node.loading = { question, abort: controller }
    const values = Object.fromEntries(node.chain.slice(0, -1).map((key) => [key, nodes.get(key)!.state.value]))
    const { key, variable } = node
    try {
      const found = await load({ key, variable, values, scope: scopeAbove(node), range, signal: controller.signal })
      if (!controller.signal.aborted) settle(node, found)
    } catch (problem) {
      if (!controller.signal.aborted) settle(node, [], problem ?? new Error('unknown'))
    }
    if (controller.signal.aborted) return
    node.loadedFor = question
    node.loading = undefined
    advance()
  }

  /** Brings every variable as far as those that it depends on allow. They stand in order, so one pass is enough. */
  function advance() {
    for (const node of nodes.values()) {
      if (!node.dependencies.every(isStanding)) {
        abort(node)
        if (node.state.status !== 'waiting') set(node, { ...node.state, status: 'waiting' })
        continue
      }
      const question = questionOf(node)
      if (node.loading?.question === question) continue
      abort(node)
      if (node.loadedFor === question) {
        // What it depends on is again as it was.
        if (!isStanding(node)) settle(node, node.state.options, node.state.problem)
      } else if (isAsked(node.variable)) {
        set(node, { ...node.state, status: 'loading' })
        void ask(node, question)
      } else {
        node.loadedFor = question
        settle(node, ownOptions(node.variable, scopeAbove(node)))
      }
    }
    tell()
  }
  const tell = () => {
    if (changed.size === 0) return
    const keys = new Set(changed)
    changed.clear()
    onChange(keys)
  }
  const nodesOf = (variables: VariablesByName, names: Iterable<string>) =>
    [...names].flatMap((name) => nodes.get(variables.get(name)?.key ?? '') ?? [])

  advance()
  return {
    state: (key) => nodes.get(key)?.state,
    choose(values) {
      for (const [key, value] of Object.entries(values)) {
        const node = nodes.get(key)
        if (!node || JSON.stringify(node.wanted) === JSON.stringify(value)) continue
        node.wanted = value
        if (isStanding(node)) settle(node, node.state.options, node.state.problem)
      }
      advance()
    },
    setRange(next) {
      range = next
      rangeNumber++
      advance()
    },
    reload(key) {
      reloads.set(key, (reloads.get(key) ?? 0) + 1)
      advance()
    },
    isSettled: (variables, names) => nodesOf(variables, names).every(isStanding),
    valuesFor: (variables, names) => {
      const keys = new Set(nodesOf(variables, names).flatMap(({ chain }) => chain))
      return Object.fromEntries([...keys].map((key) => [key, nodes.get(key)!.state.value]))
    },
    scopeOf: (variables) =>
      Object.fromEntries(nodesOf(variables, variables.keys()).map((node) => [node.variable.name, detail(node)])),
    stop() {
      for (const node of nodes.values()) abort(node)
    },
  }
}

/** The nodes by key, each after those that it depends on. Whatever goes in a circle depends on nothing that is not there yet. */
function createNodes(spec: VariableGraphOptions['spec'], wanted: VariableValues): ReadonlyMap<string, Node> {
  const dependencies = variableDependencies(spec)
  const nodes = new Map<string, Node>()
  for (const { key, variable } of withDependencies(scopedVariables(spec), dependencies)) {
    if (!isValueVariable(variable)) continue
    const above = (dependencies.get(key) ?? []).flatMap((each) => nodes.get(each.key) ?? [])
    const state: VariableState = { status: 'waiting', options: [], value: settleValue(variable, wanted[key], []) }
    nodes.set(key, {
      key,
      variable,
      dependencies: above,
      chain: [...new Set([...above.flatMap(({ chain }) => chain), key])],
      state,
      wanted: Object.hasOwn(wanted, key) ? wanted[key] : undefined,
      loadedFor: undefined,
      loading: undefined,
    })
  }
  return nodes
}
