import type { Frame, Notice } from '@orrery/frames'
import type { Contribution, Door, Migrate } from '@orrery/kernel'
import type { OptionsSchema, Static } from '@orrery/schema'
import type { TimeRange } from '../time-range.ts'

/** What a transformation may know beside its frames and options. */
export interface TransformContext {
  /** What was asked for; frames may hold more or less. */
  readonly range: TimeRange
  /** IANA name, or UTC: for days and months, and for times as text. */
  readonly timeZone: string
  /**
   * Tells the reader of the result what could not be done, and to what: "Field "x" is not there: nothing is sorted."
   * A warning when the severity is omitted.
   */
  readonly note: (text: string, severity?: Notice['severity']) => void
}

/**
 * Makes frames of frames. Pure: it changes nothing that it is given, and gives the same for the same. It never throws on
 * data: where a field is missing or of a kind that it cannot use it leaves things as they are, and says so with `note`.
 */
export type Apply<Options> = (frames: readonly Frame[], options: Options, context: TransformContext) => readonly Frame[]

/** As {@link Apply}, for code that waits: on the server only. */
export type ApplyOnServer<Options> = (
  frames: readonly Frame[],
  options: Options,
  context: TransformContext & { readonly signal: AbortSignal },
) => Promise<readonly Frame[]>

/** Where an editor lists a transformation. */
export type TransformGroup = 'filter' | 'fields' | 'combine' | 'calculate' | 'group' | 'shape' | 'time'

/** What every transformation declares, built in or from a plugin. */
export interface TransformDeclaration<O extends OptionsSchema> extends Contribution<O> {
  readonly group: TransformGroup
  /** What it does, to which frames, in one sentence. */
  readonly description: string
  /** Markdown: what it does with missing fields, empty frames, nulls, NaN, mixed types, equal names, and with series. */
  readonly notes: string
  /** Other names that people search for it by. */
  readonly keywords?: readonly string[]
}

/** A transformation that a plugin contributes. One behind `server` does not run in rules, nor in an editor's preview. */
export interface Transform<O extends OptionsSchema> extends TransformDeclaration<O> {
  readonly apply: Door<'shared', Apply<Static<O>>> | Door<'server', ApplyOnServer<Static<O>>>
}

export const defineTransform = <O extends OptionsSchema>(transform: Transform<O>) =>
  ({ kind: 'transform', ...transform }) as const

/** A transformation of this package: its code stands in its definition. */
export interface BuiltInTransform<O extends OptionsSchema> extends Omit<TransformDeclaration<O>, 'migrate'> {
  readonly apply: Apply<Static<O>>
  readonly migrate?: Migrate<Static<O>>
}

export const builtIn = <O extends OptionsSchema>(transform: BuiltInTransform<O>): BuiltInTransform<O> => transform
