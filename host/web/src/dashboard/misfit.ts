import type { Frame } from '@orrery/sdk'
import { findContribution } from '../plugins/plugin-list.ts'

/** Frames that a panel cannot draw. */
export interface Misfit {
  /** The kinds of the frames. */
  readonly kinds: readonly string[]
  /** The kinds that panels of this type draw. */
  readonly accepts: readonly unknown[]
}

/** Why a panel of this type draws none of the frames; undefined when it draws some, or there is nothing to draw. */
export function misfitOf(type: string, frames: readonly Frame[]): Misfit | undefined {
  const accepts = findContribution('panel', type)?.data['accepts']
  const kinds = new Set(frames.filter(({ length }) => length > 0).map(({ kind }) => kind))
  if (!Array.isArray(accepts) || kinds.size === 0 || accepts.some((kind) => kinds.has(kind))) return undefined
  return { kinds: [...kinds], accepts }
}
