import {
  admitValue,
  defaultValue,
  detailValue,
  ExpressionQuery,
  finishOptions,
  isAll,
  isAsked,
  isListVariable,
  isValueVariable,
  optionsOfFrames,
  ownOptions,
  scopedVariables,
  takesCustom,
  variableDependencies,
  type DashboardSpec,
  type ScopedVariable,
  type ValueVariable,
  type VariableOf,
  type VariableOption,
  type VariablesByName,
} from '@orrery/dashboard'
import {
  listOf,
  toDetailed,
  usedVariables,
  type DetailedValue,
  type VariableScope,
  type VariableValue,
  type VariableValues,
} from '@orrery/format'
import { EXPRESSIONS, intervalFor, QueryError, type TimeRange } from '@orrery/query'
import type { ResourceStore } from '@orrery/resource'
import { check } from '@orrery/schema'
import type { Frame } from '@orrery/frames'
import type { PlannedQuery } from '../plan.ts'
import { findAll, matchesWhole } from './find-all.ts'
import { namedDatasources } from './named-datasources.ts'
import type { OptionsCache } from './options-cache.ts'

export interface ResolverContext {
  readonly store: ResourceStore
  readonly namespace: string
  readonly optionsCache: OptionsCache
}

export interface ResolverRequest {
  readonly spec: Pick<DashboardSpec, 'variables' | 'layout'>
  /** By key, what was chosen. */
  readonly given: VariableValues
  /** Those that begin with `__`. */
  readonly builtIn: VariableScope
  readonly range: TimeRange
  /** Runs the query of a variable. */
  readonly run: (query: PlannedQuery) => Promise<readonly Frame[]>
  /** Calculates the options of a variable whose query is of expressions. */
  readonly calculate: (query: ExpressionQuery, scope: VariableScope) => Promise<readonly VariableOption[]>
}

/** The values of a dashboard's variables for somebody who chose some of them: each found once, when it is first needed. */
export interface Resolver {
  /**
   * What these variables hold. QUERY_VARIABLE_FORBIDDEN for a value that its variable does not admit; what the query of a
   * variable throws. An instance chooses single values in place of those that were chosen.
   */
  readonly scopeOf: (
    variables: VariablesByName,
    names: Iterable<string>,
    instance?: Readonly<Record<string, string>>,
  ) => Promise<VariableScope>
  /** The options of a variable as they are now. */
  readonly optionsOf: (key: string) => Promise<readonly VariableOption[] | undefined>
  /** Fails early for what can be told without asking anything: unknown keys, and values that the dashboard itself decides on. */
  readonly checkGiven: () => Promise<void>
}

/** Options that are older do not tell what all values are. */
const ALL_AGE_MS = 60_000
/** A datasource is not asked more often than this for the sake of a value that it does not offer. */
const MISS_AGE_MS = 1000

/** The built-in variables among those that a value names. */
export const usedBuiltIn = (value: unknown, builtIn: VariableScope): VariableScope => {
  const names = usedVariables(value).filter((name) => Object.hasOwn(builtIn, name))
  return Object.fromEntries(names.map((name) => [name, builtIn[name]!]))
}

export function createResolver(
  { store, namespace, optionsCache }: ResolverContext,
  { spec, given, builtIn, range, run, calculate }: ResolverRequest,
): Resolver {
  const dependencies = variableDependencies(spec)
  const known = new Map(scopedVariables(spec).map((each) => [each.key, each]))
  const details = new Map<string, Promise<DetailedValue>>()

  /** What a variable's definition names. */
  async function scopeAbove({ key, variable }: ScopedVariable): Promise<VariableScope> {
    const above = dependencies.get(key) ?? []
    const found = await Promise.all(above.map(async (each) => [each.variable.name, await detailOf(each)] as const))
    return { ...usedBuiltIn(variable, builtIn), ...Object.fromEntries(found) }
  }

  const keyOf = (variable: VariableOf<'query'>, scope: VariableScope) => {
    const { datasource, query, regex, applyTo, sort, staticOptions, staticPlace } = variable
    const definition = { datasource, query, regex, applyTo, sort, staticOptions, staticPlace }
    return JSON.stringify([namespace, definition, scope])
  }

  /** What its query finds; equal questions at the same time, and soon after, are one for the pipeline. */
  async function find({ name, datasource, query }: VariableOf<'query'>, scope: VariableScope) {
    if (datasource === EXPRESSIONS)
      return calculate(check(ExpressionQuery, query, `The query of variable "${name}"`), scope)
    const asked = { refId: 'options', datasource, query, intervalMs: intervalFor(range, 1000) }
    return optionsOfFrames(await run({ ...asked, purpose: 'options', variables: async () => scope }))
  }

  async function ask(variable: VariableOf<'query'>, scope: VariableScope) {
    const options = finishOptions(variable, await find(variable, scope), scope, findAll)
    return optionsCache.set(keyOf(variable, scope), options)
  }

  /** Whether it decides by itself on what was given, or only with its options. */
  const needsOptions = (variable: ValueVariable, value: VariableValue | undefined) => {
    if (value === undefined) return true
    if (isListVariable(variable) && isAll(variable, value)) return variable.allValue === undefined
    return true
  }

  async function optionsFor(
    each: ScopedVariable & { variable: ValueVariable },
    value: VariableValue | undefined,
  ): Promise<readonly VariableOption[]> {
    const { variable } = each
    const scope = await scopeAbove(each)
    if (variable.type === 'datasource') return namedDatasources({ store, namespace }, variable, scope)
    if (variable.type !== 'query' || !isAsked(variable)) return ownOptions(variable, scope)
    if (!needsOptions(variable, value)) return []
    const kept = optionsCache.get(keyOf(variable, scope))
    const age = kept ? performance.now() - kept.at : Infinity
    const wantsAll = value === undefined || isAll(variable, value)
    const isEnough =
      kept && (wantsAll ? age < ALL_AGE_MS : admitValue(variable, value, kept.options) || age < MISS_AGE_MS)
    if (isEnough) return kept.options
    try {
      return (await ask(variable, scope)).options
    } catch (error) {
      // Whoever may type a value need not wait for a datasource to know it.
      if (value !== undefined && !wantsAll && takesCustom(variable)) return []
      throw error
    }
  }

  async function resolve(each: ScopedVariable, chosen: VariableValue | undefined): Promise<DetailedValue> {
    const { variable } = each
    if (!isValueVariable(variable)) throw new QueryError('QUERY_VARIABLE_FORBIDDEN', { variable: each.key })
    const options = await optionsFor({ ...each, variable }, chosen)
    const value = chosen ?? defaultValue(variable, options)
    if (!admitValue(variable, value, options, matchesWhole))
      throw new QueryError('QUERY_VARIABLE_FORBIDDEN', { variable: variable.name })
    const above = Object.values(await scopeAbove(each))
    const detail = detailValue(variable, value, { options, range })
    // What is made of text that somebody typed is such text itself; what a datasource finds with it is not.
    const isMadeOfText = variable.type !== 'query' && above.some((one) => !toDetailed(one).isListed)
    return isMadeOfText ? { ...detail, isListed: false } : detail
  }

  const detailOf = (each: ScopedVariable): Promise<DetailedValue> => {
    const before = details.get(each.key)
    if (before) return before
    const found = resolve(each, Object.hasOwn(given, each.key) ? given[each.key] : undefined)
    details.set(each.key, found)
    // It is told to whoever needs it.
    found.catch(() => {})
    return found
  }

  return {
    scopeOf: async (variables, names, instance = {}) => {
      const needed = [...names].flatMap((name) => variables.get(name) ?? [])
      const found = needed.map(async (each) => {
        const { name } = each.variable
        const own = Object.hasOwn(instance, name) ? instance[name] : undefined
        return [name, await (own === undefined ? detailOf(each) : resolveInstance(each, own))] as const
      })
      return Object.fromEntries(await Promise.all(found))
    },
    optionsOf: async (key) => {
      const each = known.get(key)
      if (!each || !isValueVariable(each.variable)) return undefined
      const { variable } = each
      const scope = await scopeAbove(each)
      if (variable.type === 'query' && isAsked(variable)) return (await ask(variable, scope)).options
      return variable.type === 'datasource'
        ? namedDatasources({ store, namespace }, variable, scope)
        : ownOptions(variable, scope)
    },
    checkGiven: async () => {
      for (const key of Object.keys(given)) {
        const each = known.get(key)
        if (!each || !isValueVariable(each.variable))
          throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable: key, known: [...known.keys()] })
        if (!isAsked(each.variable) && (dependencies.get(key) ?? []).length === 0) await detailOf(each)
      }
    },
  }

  /** One value of a variable, also of one that has several. */
  async function resolveInstance(each: ScopedVariable, value: string): Promise<DetailedValue> {
    const { variable } = each
    const isSingle = !(isListVariable(variable) && variable.multi)
    const { value: found, text, properties = {}, isListed = false } = await resolve(each, isSingle ? value : [value])
    const one = (part: VariableValue) => listOf(part)[0] ?? ''
    return {
      value: one(found),
      isListed,
      ...(text !== undefined && { text: one(text) }),
      properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, one(part)])),
    }
  }
}
