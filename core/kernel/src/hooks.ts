/** What a hook does with its taps. */
export type HookStyle = 'series' | 'parallel' | 'waterfall' | 'bail'

/**
 * The extension points. A core package adds its own by declaration merging: `queryRequest: Hook<'waterfall', QueryEvent>`.
 */
// An interface, because only interfaces merge.
export interface Hooks {}

/** One extension point as a plugin sees it. */
export interface Hook<Style extends HookStyle, Event, Result = Event> {
  /** Runs `tap` at this point; returns its removal. A tap that throws or is too slow is skipped with a notice, never fatal. */
  readonly tap: (tap: Tap<Style, Event, Result>) => () => void
}

export type Tap<Style extends HookStyle, Event, Result = Event> = Style extends 'waterfall'
  ? (event: Event) => Event | Promise<Event>
  : Style extends 'bail'
    ? (event: Event) => Result | undefined | Promise<Result | undefined>
    : (event: Event) => void | Promise<void>

export type HooksFacade = { readonly [Name in keyof Hooks]: Hooks[Name] }
