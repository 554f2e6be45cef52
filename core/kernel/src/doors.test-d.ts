// Checked by the compiler alone: what may stand behind which door.
import { Type, type OptionsSchema, type Static } from '@orrery/schema'
import {
  definePlugin,
  server,
  shared,
  web,
  type Contribution,
  type Door,
  type HooksFacade,
  type ServerSetup,
  type View,
} from './index.ts'

type Connect<Options> = (options: Options) => { readonly query: (query: { readonly expr: string }) => void }
type Props<Options> = { readonly options: Options; readonly width: number }

interface Source<O extends OptionsSchema> extends Contribution<O> {
  readonly connect: Door<'server', Connect<Static<O>>>
}
interface Panel<O extends OptionsSchema> extends Contribution<O> {
  readonly view: Door<'web', View<Props<Static<O>>>>
}
const defineSource = <O extends OptionsSchema>(source: Source<O>) => ({ kind: 'source', ...source }) as const
const definePanel = <O extends OptionsSchema>(panel: Panel<O>) => ({ kind: 'panel', ...panel }) as const

const module = async <Default>(value: Default) => ({ default: value })
const options = Type.Object({ url: Type.String() })
type Options = Static<typeof options>
const source = { id: 's', title: 'S', options }
const panel = { id: 'p', title: 'P', options }

declare const connect: Connect<Options>
declare const mount: { readonly abi: 1; readonly mount: (element: object, props: Props<Options>) => void }
declare const component: new () => { readonly $props: Props<Options> }
declare const functional: (props: { readonly width: number }) => void
declare const migrate: (options: unknown, fromVersion: number) => Options
declare const setup: ServerSetup
declare const german: { readonly Save: 'Speichern' }

interface Other {
  readonly port: number
}
declare const connectOtherQuery: (options: Options) => { readonly query: (query: { readonly sql: string }) => void }
declare const connectOtherOptions: Connect<Other>
declare const mountOtherOptions: { readonly abi: 1; readonly mount: (element: object, props: Props<Other>) => void }
declare const viewNeedsMore: (props: Props<Options> & { readonly height: number }) => void
declare const migrateOther: () => Other

// Right
const s = defineSource({ ...source, connect: server(() => module(connect)), migrate: shared(() => module(migrate)) })
const p = definePanel({ ...panel, view: web(() => module(mount)) })
definePanel({ ...panel, view: web(() => module(component)) })
definePanel({ ...panel, view: web(() => module(functional)) })
definePlugin({ title: 'X', contributes: [s, p], setup: { server: server(() => module(setup)) } })
definePlugin({ title: 'X', contributes: [], locales: { de: web(() => module(german)) } })
export const tapped = (hooks: HooksFacade) => hooks.change.tap((text) => text.toUpperCase())

// Wrong
// @ts-expect-error connect gives a client for another query
defineSource({ ...source, connect: server(() => module(connectOtherQuery)) })
// @ts-expect-error connect takes other options
defineSource({ ...source, connect: server(() => module(connectOtherOptions)) })
// @ts-expect-error a panel is no connect
defineSource({ ...source, connect: server(() => module(mount)) })
// @ts-expect-error wrong side
defineSource({ ...source, connect: web(() => module(connect)) })
// @ts-expect-error no default export
defineSource({ ...source, connect: server(() => Promise.resolve({ connect })) })
// @ts-expect-error mount takes other options
definePanel({ ...panel, view: web(() => module(mountOtherOptions)) })
// @ts-expect-error the view requires a prop that a panel does not get
definePanel({ ...panel, view: web(() => module(viewNeedsMore)) })
// @ts-expect-error a connect is no view
definePanel({ ...panel, view: web(() => module(connect)) })
// @ts-expect-error migrate gives other options
definePanel({ ...panel, view: web(() => module(mount)), migrate: shared(() => module(migrateOther)) })
// @ts-expect-error migrate is pure code for both sides
definePanel({ ...panel, view: web(() => module(mount)), migrate: server(() => module(migrate)) })
// @ts-expect-error not a door
definePanel({ ...panel, view: () => module(mount) })
// @ts-expect-error a contribution has a title
definePlugin({ title: 'X', contributes: [{ kind: 'panel', id: 'x' }] })
// @ts-expect-error texts are strings
definePlugin({ title: 'X', contributes: [], locales: { de: web(() => module({ Save: 1 })) } })
// @ts-expect-error texts are for browsers
definePlugin({ title: 'X', contributes: [], locales: { de: server(() => module(german)) } })
// @ts-expect-error a waterfall tap gives an event of the same type
export const wrongTap = (hooks: HooksFacade) => hooks.change.tap((text) => text.length)
// @ts-expect-error no such hook
export const noHook = (hooks: HooksFacade) => hooks.never
