import type { Column } from '@orrery/sdk'

type ColumnKind = Column['kind']

/** What a process is asked to do. */
export interface Job {
  readonly sql: string
  readonly maxRows: number
  readonly tables: readonly GivenTable[]
}

/** A frame on its way into a database. */
export interface GivenTable {
  readonly name: string
  readonly rows: number
  readonly columns: readonly GivenColumn[]
}

export interface GivenColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** Codes into `strings` of text, where -1 is null. Strings of long text and JSON. */
  readonly values: Float64Array | BigInt64Array | Uint8Array | Int32Array | readonly string[]
  readonly strings?: readonly string[]
  /** Which cells are there, one bit each; all when absent. */
  readonly validity?: Uint8Array
}

/** A column of a result. */
export interface MadeColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** A typed array only where no cell is null. Codes into `strings` of text, where -1 is null. */
  readonly cells: ArrayLike<unknown>
  readonly strings?: readonly string[]
}

export type Outcome =
  | { readonly columns: readonly MadeColumn[]; readonly cut: boolean }
  /** Why there is no result: a sentence. */
  | { readonly problem: string }

/** What a process says: that it holds too much memory, or how its job ended. */
export type Said = 'memory' | Outcome
