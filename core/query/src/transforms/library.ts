import type { OptionsSchema } from '@orrery/schema'
import type { Frame } from '@orrery/frames'
import { builtInTransforms } from './built-in.ts'
import type { TransformContext, TransformDeclaration } from './transform.ts'

/** A transformation whose code is there. */
export interface LoadedTransform extends Pick<
  TransformDeclaration<OptionsSchema>,
  'id' | 'title' | 'options' | 'version'
> {
  /** Its options are checked, and of this version. */
  readonly apply: (
    frames: readonly Frame[],
    options: never,
    context: TransformContext & { readonly signal: AbortSignal },
  ) => readonly Frame[] | Promise<readonly Frame[]>
  /** Brings older options up to date. */
  readonly migrate?: (options: unknown, fromVersion: number) => unknown
}

/** Finds transformations by id; undefined for one that nobody has. */
export type FindTransform = (id: string) => LoadedTransform | undefined | Promise<LoadedTransform | undefined>

const byId = new Map<string, LoadedTransform>(builtInTransforms.map((transform) => [transform.id, transform]))

/** Finds those of this package only. */
export const findBuiltIn: FindTransform = (id) => byId.get(id)
