import type { VariableScope } from '@orrery/format'
import type { Frame } from '@orrery/frames'
import type { Contribution, Door, HttpClient, Logger, Services, View } from '@orrery/kernel'
import type { OptionsSchema, Static, TSchema } from '@orrery/schema'
import type { AdhocFilter } from './adhoc-filter.ts'
import type { LiveUpdate } from './live.ts'
import type { TimeRange } from './time-range.ts'
import type { WireProblem } from './wire.ts'

/** What a request may cost. A source that would exceed one truncates and says so in a notice. */
export interface Budget {
  /** Points of one series. */
  readonly maxPoints: number
  readonly maxSeries: number
  readonly maxRows: number
  /** Bytes of the backend's answer. */
  readonly maxBytes: number
}

/** Why a query is run: a source may answer `options` or `completion` more cheaply than `data`. */
export type Purpose = 'data' | 'options' | 'annotations' | 'keys' | 'completion'

export interface QueryRequest<Query> {
  readonly query: Query
  /** Name of the query in its panel: A, B, ... The frames of the answer carry it. */
  readonly refId: string
  readonly range: TimeRange
  /** Distance of two points that suits range and width, in milliseconds; a multiple of a second or more for long ranges. */
  readonly intervalMs: number
  /** IANA name, or UTC. */
  readonly timeZone: string
  readonly budget: Budget
  readonly purpose: Purpose
  /** Checked values of the variables that the query uses, and the built-in ones (`builtInValues`): for `interpolate`. */
  readonly variables: VariableScope
  /** Conditions to add to the query; none for datasources that do not say `filters`. */
  readonly filters: readonly AdhocFilter[]
  readonly signal: AbortSignal
}

/** Asks for what a filter may be made of: keys, or with `key` the values of that key. */
export interface FilterOptionsRequest {
  readonly key?: string
  /** Part of a name that was typed, in any case. */
  readonly search?: string
  /** At most so many names. */
  readonly limit: number
  readonly range: TimeRange
  /** The other filters, which narrow down what is left to choose. */
  readonly filters: readonly AdhocFilter[]
  readonly signal: AbortSignal
}

export interface FilterOptions {
  readonly names: readonly string[]
  /** There are more than were asked for. */
  readonly isCutOff: boolean
}

// Properties, not methods: the compiler compares method parameters in both directions and would let a wrong Query pass.
export interface DatasourceClient<Query> {
  /** Frames as they come; a backend's error is thrown as a coded error. */
  readonly query: (request: QueryRequest<Query>) => AsyncIterable<Frame> | Promise<readonly Frame[]>
  /**
   * Follows a query whose range ends now: first a frame of the range, then what is new, about every `intervalMs`, until
   * the signal is aborted. Undefined for a query that cannot be followed. Of datasources that say `live`.
   */
  readonly stream?: (request: QueryRequest<Query>) => AsyncIterable<LiveUpdate> | undefined
  /** Keys and values that filters may have. Of datasources that say `filters`. */
  readonly filterOptions?: (request: FilterOptionsRequest) => Promise<FilterOptions>
  /** Resolves with a sentence for the person who tests the settings ("Prometheus 2.42.0"); throws the reason why not. */
  readonly check?: (signal: AbortSignal) => Promise<string>
  readonly close?: () => void | Promise<void>
}

/** What a datasource's server code is given beside its options. */
export interface DatasourceContext extends Services {
  readonly log: Logger
  readonly http: HttpClient
}

export type Connect<Options, Query> = (
  options: Options,
  context: DatasourceContext,
) => DatasourceClient<Query> | Promise<DatasourceClient<Query>>

/** The datasource whose query is edited. */
export interface EditedDatasource<Query> {
  readonly id: string
  readonly title: string
  /** Runs a query of the editor's own, as for completion; throws coded errors. The purpose is `completion` when omitted. */
  readonly ask: (
    query: Query,
    options?: { readonly purpose?: Purpose; readonly signal?: AbortSignal },
  ) => Promise<readonly Frame[]>
}

/** What went wrong, with what its `params` tell of the place. */
export type QueryProblem = Pick<WireProblem, 'code' | 'detail' | 'params'>

/** A variable of the dashboard that the query stands on. */
export interface EditedVariable {
  readonly name: string
  readonly label?: string
}

/** Props of a query editor. `update:query` carries the edited query, `run` asks for its result. */
export type QueryEditorProps<Query> = {
  readonly query: Query
  readonly range: TimeRange
  /** IANA name, or UTC. */
  readonly timeZone: string
  readonly theme: 'dark' | 'light'
  readonly datasource: EditedDatasource<Query>
  /** What the query may name; none where there is no dashboard. */
  readonly variables: readonly EditedVariable[]
  /** Of the query's last run. */
  readonly problem?: QueryProblem | undefined
  /** The answer to the query's last run. */
  readonly frames: readonly Frame[]
}

export interface Datasource<O extends OptionsSchema, Q extends TSchema> extends Contribution<O> {
  /** One query as it is saved in a dashboard: an object, or variants of one. */
  readonly query: Q
  readonly connect: Door<'server', Connect<Static<O>, Static<Q>>>
  /** What the query of a new variable begins with: one that lists values. What the schema requires when omitted. */
  readonly variableQuery?: Partial<Static<Q>>
  /** Edits a query; the form from the schema when omitted. */
  readonly editor?: Door<'web', View<QueryEditorProps<Static<Q>>>>
  /** Its client has `stream`: queries can be followed. No when omitted. */
  readonly live?: boolean
  /** Its queries can be asked for annotations: purpose `annotations` answers frames of kind `annotations`. No when omitted. */
  readonly annotations?: boolean
  /** It adds filters to its queries, and its client has `filterOptions`. No when omitted. */
  readonly filters?: boolean
  /** Name of a lucide icon. */
  readonly icon?: string
}

export const defineDatasource = <O extends OptionsSchema, Q extends TSchema>(source: Datasource<O, Q>) =>
  ({ kind: 'datasource', ...source }) as const
