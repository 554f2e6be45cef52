export type Side = 'server' | 'web' | 'shared'

/** Code behind a definition. `Contract` is what its module's default export must be; it exists for the compiler only. */
export interface Door<S extends Side, Contract> {
  readonly $door: S
  readonly open: () => Promise<unknown>
  // Required, not optional: else every mismatch reads "consider adding undefined" instead of naming what is missing.
  readonly '~contract': Contract
}

type Open<Default> = () => Promise<{ readonly default: Default }>

/** Something drawn, reduced to the props that it takes. A function, so that props are checked contravariantly. */
export type View<Props> = (props: Props) => void

/** A Vue component, a functional or generic one, or a neutral `{ abi: 1, mount }`: each becomes a {@link View}. */
export type ViewOf<Default> = Default extends abstract new (...args: never) => { readonly $props: infer Props }
  ? View<Props>
  : Default extends { readonly abi: 1; readonly mount: (element: never, props: infer Props) => unknown }
    ? View<Props>
    : Default extends (props: infer Props, ...rest: never) => unknown
      ? View<Props>
      : Default

// The contract has no value: it is what the compiler remembers of the module behind `open`.
const door = <S extends Side, Contract>($door: S, open: () => Promise<unknown>) =>
  ({ $door, open }) as Door<S, Contract>

/** Code that runs on the server only: `server(() => import('./server/connect.ts'))`, a constant path. */
export const server = <Default>(open: Open<Default>) => door<'server', Default>('server', open)
/** Code that runs in browsers only. */
export const web = <Default>(open: Open<Default>) => door<'web', ViewOf<Default>>('web', open)
/** Pure code, built for both sides. */
export const shared = <Default>(open: Open<Default>) => door<'shared', Default>('shared', open)
