import type { Contribution, Door, View } from '@orrery/kernel'
import type { OptionsSchema, Static } from '@orrery/schema'

export type PageProps<Options> = {
  readonly options: Options
  /** Path below the app's own, without leading slash: `` for its first page. */
  readonly path: string
}

/** A page of an app, shown under `/app/{app id}/{path}`. */
export interface Page<Options> {
  readonly path: string
  readonly title: string
  readonly view: Door<'web', View<PageProps<Options>>>
  /** Shows the page in the main navigation, with a lucide icon's name. */
  readonly nav?: { readonly icon: string }
}

/** An entry of the command palette (Ctrl K): it opens a page of the app, or a path of the host. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly keywords?: readonly string[]
  readonly open: string
}

export interface App<O extends OptionsSchema> extends Contribution<O> {
  readonly pages: readonly Page<Static<O>>[]
  readonly commands?: readonly Command[]
}

export const defineApp = <O extends OptionsSchema>(app: App<O>) => ({ kind: 'app', ...app }) as const
