import { KernelError } from './errors.ts'
import { createHookPoint, type HookPoint, type Report } from './hook-interpreter.ts'
import type { Hook, Hooks, HooksFacade, HookStyle } from './hooks.ts'

/** A tap that threw or was too slow. The run went on without it. */
export interface HookFault {
  readonly plugin: string
  readonly hook: string
  readonly error: unknown
}

export interface HookPolicy {
  /** Told of every fault, for the log. */
  readonly onFault: (fault: HookFault) => void
  /** How long a tap may take, in milliseconds; 5000 when omitted. */
  readonly timeoutMs?: number
}

type StyleOf<H> = H extends Hook<infer Style, infer _Event, infer _Result> ? Style : never

/** The style of every declared hook, which types alone cannot tell at run time. */
export type HookStyles = { readonly [Name in keyof Hooks]: StyleOf<Hooks[Name]> }

/** What a hook is run with. */
export type HookEvent<Name extends keyof Hooks> =
  Hooks[Name] extends Hook<infer _Style, infer Event, infer _Result> ? Event : never

/** What a run gives: the last event of a waterfall, the first result of a bail hook, else nothing. */
export type HookOutcome<Name extends keyof Hooks> =
  Hooks[Name] extends Hook<infer Style, infer Event, infer Result>
    ? Style extends 'waterfall'
      ? Event
      : Style extends 'bail'
        ? Result | undefined
        : undefined
    : never

/** Taps of one plugin, and their end. */
export interface PluginHooks {
  readonly hooks: HooksFacade
  /** Removes all taps made through this facade; another tap throws HOOK_CLOSED. */
  readonly dispose: () => void
}

/** The extension points of a host. */
export interface HookHost {
  /**
   * Runs the taps of a hook: the host's first, then plugins' in the order of their registration. A tap that throws or is
   * too slow is skipped: a waterfall goes on with the event that it had. Faults go to `onFault` too, for a notice.
   */
  readonly run: <Name extends keyof Hooks>(
    name: Name,
    event: HookEvent<Name>,
    onFault?: (fault: HookFault) => void,
  ) => Promise<HookOutcome<Name>>
  readonly facadeFor: (plugin: string) => PluginHooks
  /** Taps of the host itself. */
  readonly host: HooksFacade
}

const DEFAULT_TIMEOUT_MS = 5000

const within = async (run: () => unknown, timeoutMs: number, late: () => Error) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeoutMs)
  })
  try {
    return await Promise.race([(async () => run())(), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** Makes the extension points of a host: the style of each declared hook, and what is done with faults. */
export const createHooks = (styles: HookStyles, { onFault, timeoutMs = DEFAULT_TIMEOUT_MS }: HookPolicy): HookHost => {
  const points = new Map<string, HookPoint>(
    Object.entries<HookStyle>(styles).map(([name, style]) => [name, createHookPoint(name, style)]),
  )
  const pointOf = (hook: string) => {
    const point = points.get(hook)
    if (!point) throw new KernelError('HOOK_MISSING', { hook })
    return point
  }

  const facade = (plugin: string, stage: number): PluginHooks => {
    const removals = new Set<() => void>()
    let closed = false
    const tapOf = (hook: string, point: HookPoint) => (tap: (event: unknown) => unknown) => {
      if (closed) throw new KernelError('HOOK_CLOSED', { plugin, hook })
      const late = () => new KernelError('HOOK_TIMEOUT', { plugin, hook, timeoutMs })
      const guarded = async (event: unknown, report: Report) => {
        try {
          return await within(() => tap(event), timeoutMs, late)
        } catch (error) {
          report(plugin, error)
          return undefined
        }
      }
      const remove = point.add(plugin, stage, guarded)
      const undo = () => {
        remove()
        removals.delete(undo)
      }
      removals.add(undo)
      return undo
    }
    const hooks = Object.fromEntries([...points].map(([name, point]) => [name, { tap: tapOf(name, point) }]))
    return {
      // One entry for each declared hook, by HookStyles.
      hooks: hooks as HooksFacade,
      dispose() {
        closed = true
        for (const undo of removals) undo()
      },
    }
  }

  return {
    async run(name, event, onRunFault) {
      const outcome = await pointOf(name).run(event, (plugin, error) => {
        const fault: HookFault = { plugin, hook: name, error }
        onFault(fault)
        onRunFault?.(fault)
      })
      // The style of the hook and the types of its taps make it so.
      return outcome as HookOutcome<typeof name>
    },
    facadeFor: (plugin) => facade(plugin, 0),
    host: facade('host', -1).hooks,
  }
}
