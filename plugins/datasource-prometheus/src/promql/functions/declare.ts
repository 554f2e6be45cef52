/** What an expression of PromQL gives. */
export type PromqlType = 'instant' | 'range' | 'scalar' | 'string'

export interface PromqlParameter {
  readonly name: string
  readonly type: PromqlType
  /** May be left out. */
  readonly optional?: true
  /** May be given any number of times, as the last one. */
  readonly repeated?: true
}

/** What a function is for. */
export type FunctionGroup = 'rate' | 'over-time' | 'histogram' | 'math' | 'trigonometry' | 'time' | 'label' | 'order'

export interface PromqlFunction {
  readonly name: string
  readonly group: FunctionGroup
  readonly parameters: readonly PromqlParameter[]
  readonly returns: PromqlType
  /** One sentence, a key of the plugin's catalogue. */
  readonly summary: string
  readonly example: string
  /** Prometheus knows it only with `--enable-feature=promql-experimental-functions`. */
  readonly experimental?: true
}

/** `name: type`, parted by commas; `?` after the type is an optional parameter, `*` one that may be repeated. */
export function parseParameters(text: string): PromqlParameter[] {
  return [...text.matchAll(/(\w+): (instant|range|scalar|string)([?*]?)/g)].map(([, name, type, mark]) => ({
    name: name!,
    // The pattern has no others.
    type: type as PromqlType,
    ...(mark === '?' && { optional: true }),
    ...(mark === '*' && { repeated: true }),
  }))
}

export interface FunctionRow {
  readonly takes: string
  /** An instant vector, unless it says otherwise. */
  readonly returns?: PromqlType
  readonly summary: string
  readonly example: string
  readonly experimental?: true
}

/** Functions of one group, by name. */
export const declareFunctions = (group: FunctionGroup, rows: Readonly<Record<string, FunctionRow>>): PromqlFunction[] =>
  Object.entries(rows).map(([name, { takes, returns = 'instant', ...rest }]) => ({
    name,
    group,
    parameters: parseParameters(takes),
    returns,
    ...rest,
  }))
