import { resolveRange, type TimeExpressions } from '@orrery/query'
import { check, Type } from '@orrery/sdk'
import { session } from '../api/session.ts'

const Recent = Type.Array(Type.Object({ from: Type.String({ maxLength: 64 }), to: Type.String({ maxLength: 64 }) }))
const KEPT = 6
// Whoever else uses the browser looks at other times.
const keyOf = () => `orrery-ranges ${session.user?.id ?? ''}`

function isRange(range: TimeExpressions) {
  try {
    resolveRange(range, Date.now(), { zone: 'UTC' })
    return true
  } catch {
    return false
  }
}

/** The ranges that this person entered in this browser, the latest first. */
export function recentRanges(): readonly TimeExpressions[] {
  try {
    const kept: readonly TimeExpressions[] = check(Recent, JSON.parse(localStorage.getItem(keyOf()) ?? '[]'), 'ranges')
    return kept.filter(isRange)
  } catch {
    return []
  }
}

/** Keeps a range that was entered; those that have a name are found by it anyway. */
export function rememberRange({ from, to }: TimeExpressions): void {
  const others = recentRanges().filter((range) => range.from !== from || range.to !== to)
  localStorage.setItem(keyOf(), JSON.stringify([{ from, to }, ...others].slice(0, KEPT)))
}
