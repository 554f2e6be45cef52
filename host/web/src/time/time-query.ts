import { momentOf, type TimeReading } from '@orrery/dashboard'
import { resolveRange, type TimeExpressions } from '@orrery/query'
import { parseDuration, Type, validate } from '@orrery/sdk'
import type { LocationQuery } from 'vue-router'
import type { Refresh } from '../dashboard/auto-refresh.ts'
import { browserZone } from './zones.ts'

const Zone = Type.String({ maxLength: 64, format: 'time-zone' })
const OFF = 'off'
const LIVE = 'live'

/** The range that a page shows by itself, and how its times are read. */
type OwnTime = TimeExpressions & TimeReading & { readonly zone?: string }

/** The only, or first, value of a parameter of an address. */
export const first = (value: LocationQuery[string] | undefined) =>
  (Array.isArray(value) ? value[0] : value) ?? undefined

/** The range that an address names; `own`, which says how times are read too, where it names none that there is. */
export function readTime(query: LocationQuery, own: OwnTime): TimeExpressions {
  const given = { from: first(query['from']) ?? own.from, to: first(query['to']) ?? own.to }
  try {
    const { now, calendar } = momentOf(own, readZone(query) ?? own.zone ?? browserZone, Date.now())
    resolveRange(given, now, calendar)
    return given
  } catch {
    return { from: own.from, to: own.to }
  }
}

export function readZone(query: LocationQuery): string | undefined {
  const zone = first(query['zone'])
  return zone !== undefined && validate(Zone, zone).ok ? zone : undefined
}

/** How often is asked again; `own` where the address says nothing. Live only where the range ends now. */
export function readRefresh(query: LocationQuery, own: string | undefined, isNow: boolean): Refresh {
  const text = first(query['refresh']) ?? own ?? OFF
  if (text === LIVE) return isNow ? LIVE : undefined
  const ms = text === OFF ? undefined : parseDuration(text)
  return ms === undefined || ms < 1000 ? undefined : ms
}

/** As the address writes it: `30s`, `5m`, `live`. */
export const toRefresh = (ms: Refresh) => {
  if (ms === undefined) return OFF
  if (ms === LIVE) return LIVE
  return ms % 60_000 === 0 ? `${ms / 60_000}m` : ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`
}
