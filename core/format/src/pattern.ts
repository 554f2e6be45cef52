import { FormatError } from './errors.ts'

/** Compiles a pattern that a person wrote; `place` says in the error where it stands. */
export function toRegExp(pattern: string, place: string): RegExp {
  try {
    return new RegExp(pattern)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new FormatError('FORMAT_PATTERN_INVALID', { pattern, place, reason }, { cause })
  }
}
