import { AsyncParallelHook, AsyncSeriesBailHook, AsyncSeriesHook, AsyncSeriesWaterfallHook } from 'tapable'
import type { HookStyle } from './hooks.ts'

/** Where the faults of one run go. */
export type Report = (plugin: string, error: unknown) => void

/** A tap as it runs: faults are caught, reported, and answered with `undefined`. */
export type GuardedTap = (event: unknown, report: Report) => Promise<unknown>

type Args = [event: unknown, report: Report]

const classes = {
  series: AsyncSeriesHook<Args>,
  parallel: AsyncParallelHook<Args>,
  waterfall: AsyncSeriesWaterfallHook<Args>,
  bail: AsyncSeriesBailHook<Args, unknown>,
} satisfies Record<HookStyle, unknown>

type Call = (event: unknown) => Promise<unknown>

const interpret: Readonly<Record<HookStyle, (taps: readonly Call[], event: unknown) => Promise<unknown>>> = {
  async series(taps, event) {
    for (const tap of taps) await tap(event)
  },
  async parallel(taps, event) {
    await Promise.all(taps.map((tap) => tap(event)))
  },
  async waterfall(taps, event) {
    let current = event
    for (const tap of taps) current = (await tap(current)) ?? current
    return current
  },
  async bail(taps, event) {
    for (const tap of taps) {
      const result = await tap(event)
      if (result !== undefined) return result
    }
    return undefined
  },
}

/** One extension point inside the host. */
export interface HookPoint {
  readonly run: (event: unknown, report: Report) => Promise<unknown>
  /** Adds a tap; taps of a lower stage run first. Returns its removal. */
  readonly add: (plugin: string, stage: number, tap: GuardedTap) => () => void
}

/**
 * A tapable hook that is interpreted: tapable itself compiles a hook's taps with `new Function`, which a strict content
 * security policy forbids. tapable has no removal either; a removed tap is taken out of its list, also in a running run.
 */
export const createHookPoint = (name: string, style: HookStyle): HookPoint => {
  const hook = new classes[style](['event', 'report'], name)
  const compile =
    () =>
    (event: unknown, report: Report): Promise<unknown> =>
      interpret[style](
        hook.taps.map((tap) => async (current) => (hook.taps.includes(tap) ? tap.fn(current, report) : undefined)),
        event,
      )
  // `compile` is tapable's seam for this, but its types leave it out.
  Object.assign(hook, { compile })
  return {
    run: (event, report) => hook.promise(event, report),
    add(plugin, stage, tap) {
      hook.tapPromise({ name: plugin, stage }, tap as (...args: Args) => Promise<never>)
      const added = hook.taps.findLast(({ fn }) => fn === tap)!
      return () => {
        const index = hook.taps.indexOf(added)
        if (index >= 0) hook.taps.splice(index, 1)
      }
    },
  }
}
