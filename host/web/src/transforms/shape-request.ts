import type { TimeRange, VariableScope } from '@orrery/sdk'
import type { Transformation } from '@orrery/query'
import type { StageSummary } from './stages.ts'

/** The code of a transformation of a plugin, by its address. */
export type TransformCode = Readonly<
  Record<string, { readonly title: string; readonly url: string; readonly options: object }>
>

/** A chain to run over the frames that the worker holds. */
export interface ShapeChain {
  readonly steps: readonly Transformation[]
  readonly range: TimeRange
  /** IANA name, or UTC. */
  readonly timeZone: string
  /** Of variables. */
  readonly scope: VariableScope
  /** Transformations that are not built in, by id. */
  readonly code: TransformCode
  /** The step whose frames are looked at. */
  readonly look?: number | undefined
}

/** Frames of a stage, cut to as many rows as people look at. */
export interface StageFrames<Frames> {
  readonly index: number
  readonly input: Frames
  readonly output: Frames
}

export interface ShapeResult<Frames> {
  readonly frames: Frames
  readonly stages: readonly StageSummary[]
  /** Of the fields that come into each step, and out of the last. */
  readonly names: readonly (readonly string[])[]
  readonly looked?: StageFrames<Frames> | undefined
}

type Bytes = readonly Uint8Array<ArrayBuffer>[]

export type ShapeAsked =
  | { readonly type: 'frames'; readonly frames: Bytes }
  | { readonly type: 'run'; readonly id: number; readonly chain: ShapeChain }
  | { readonly type: 'cancel'; readonly id: number }

export type ShapeAnswer =
  | ({ readonly type: 'shaped'; readonly id: number } & ShapeResult<Bytes>)
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }
  | { readonly type: 'cancelled'; readonly id: number }
