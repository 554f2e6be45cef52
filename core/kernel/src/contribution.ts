import type { OptionsSchema, Static } from '@orrery/schema'
import type { Door } from './doors.ts'
import type { ServerSetup } from './setup.ts'

/** Brings options of an older version up to date; pure. A version that it cannot read is an error that it throws. */
export type Migrate<Options> = (options: unknown, fromVersion: number) => Options

/** What every contribution declares, whatever its kind. */
export interface Contribution<O extends OptionsSchema> {
  /** Short name, unique among contributions of its kind: `prometheus`, `timeseries`. */
  readonly id: string
  readonly title: string
  readonly description?: string
  /** The one declaration from which types, validation, editor form and reference docs come. */
  readonly options: O
  /** Version of the options, raised when their shape changes; 1 when omitted. */
  readonly version?: number
  readonly migrate?: Door<'shared', Migrate<Static<O>>>
}

export interface AnyContribution {
  readonly kind: string
  readonly id: string
  readonly title: string
}

/** Texts of a language by their English source: `{ Save: 'Speichern' }`. What is not among them is shown in English. */
export type Texts = Readonly<Record<string, string>>

/** A plugin: what it contributes and code that runs once on the server when it is first needed. Id and version are npm's. */
export interface PluginDefinition {
  readonly title: string
  readonly description?: string
  readonly contributes: readonly AnyContribution[]
  /** Its texts in other languages, by BCP 47 tag: `{ de: web(() => import('./locales/de.ts')) }`. */
  readonly locales?: Readonly<Record<string, Door<'web', Texts>>>
  readonly setup?: {
    readonly server?: Door<'server', ServerSetup>
    /** Runs the setup when the host starts, not at the first use: for a plugin that collects. */
    readonly atStart?: boolean
  }
}

export const definePlugin = <P extends PluginDefinition>(plugin: P): P => plugin
