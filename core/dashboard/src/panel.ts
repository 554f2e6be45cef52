import type { FieldAction, FieldConfigSource, LinkContext, VariableScope } from '@orrery/format'
import type { Frame, FrameKind, Notice } from '@orrery/frames'
import type { Contribution, Door, View } from '@orrery/kernel'
import type { TimeRange } from '@orrery/query'
import type { OptionsSchema, Static, TSchema } from '@orrery/schema'

export type Theme = 'dark' | 'light'

/** What a panel may ask of the page that it is drawn on. */
export interface PanelPage {
  /** Sets the time range of the whole dashboard: drag zoom. */
  readonly zoom: (range: TimeRange) => void
  /** Panels with the same key move their cursors together; undefined where there is nothing to share. */
  readonly cursorGroup: string | undefined
  /**
   * Shows what the panel itself has to say, such as what it leaves out, beside the notices of its frames. Each call
   * replaces the one before; an empty list takes all back.
   */
  readonly notify: (notices: readonly Notice[]) => void
  /**
   * What the viewer set by hand on this panel, such as the width of a column. It stays in the viewer's browser; where
   * there is no dashboard, it is gone with the page.
   */
  readonly kept: <S extends TSchema>(schema: S) => Kept<Static<S>>
  /**
   * Runs an action of the panel's field config, when the viewer has confirmed it: see `offerActions`. Undefined where there
   * is nothing to run: on no dashboard, or for viewers who may not.
   */
  readonly act: ((action: FieldAction, context: LinkContext) => void) | undefined
}

/** Something that stays in the browser of a viewer. */
export interface Kept<T> {
  /** Undefined where nothing is kept, or what is kept does not fit the schema any more. */
  readonly get: () => T | undefined
  /** Undefined forgets it. */
  readonly set: (value: T | undefined) => void
}

/** A page that does nothing: for panels outside of the host, as in tests. */
export const detachedPage: PanelPage = {
  zoom() {},
  cursorGroup: undefined,
  notify() {},
  act: undefined,
  kept: <S extends TSchema>() => {
    let value: Static<S> | undefined
    return {
      get: () => value,
      set: (next) => {
        value = next
      },
    }
  },
}

// A type, not an interface: a generic Vue component asks for an index signature, which only types have implicitly.
export type PanelProps<Options> = {
  readonly options: Options
  /** The frames of all queries, in their order. The same objects as long as the data is the same. */
  readonly frames: readonly Frame[]
  /**
   * Frames of kind `annotations`, for panels with a time axis: `meta.name` is what the dashboard calls them, and
   * `meta.meta.color` their colour where rows have none of their own. The same array as long as they are the same.
   */
  readonly annotations: readonly Frame[]
  readonly fieldConfig: FieldConfigSource
  /** The dashboard's variables, as the viewer chose them, and the built-in ones: for `fillText`. None where there is no dashboard. */
  readonly variables: VariableScope
  readonly range: TimeRange
  /** IANA name, or UTC. */
  readonly timeZone: string
  /** Room for the panel's content, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly theme: Theme
  readonly page: PanelPage
}

/** A panel without Vue: `export default { abi: 1, mount } satisfies MountablePanel<Options>`. */
export interface MountablePanel<Options> {
  readonly abi: 1
  // Element, not HTMLElement: core knows no DOM. The host gives an HTMLElement.
  readonly mount: (element: never, props: PanelProps<Options>) => Mounted<PanelProps<Options>>
}
export interface Mounted<Props> {
  readonly update: (props: Props) => void
  readonly unmount: () => void
}

/** What a panel shows, in one or two sentences: for screen readers, notifications and exports. Pure. */
export type Summary<Options> = (
  props: Pick<PanelProps<Options>, 'options' | 'frames' | 'fieldConfig' | 'variables' | 'timeZone'>,
) => string

export interface Panel<O extends OptionsSchema> extends Contribution<O> {
  /**
   * Draws the panel. A view far from the screen that nobody has used is unmounted, and mounted again with the frames that
   * the host has when it comes near.
   */
  readonly view: Door<'web', View<PanelProps<Static<O>>>>
  readonly summary: Door<'shared', Summary<Static<O>>>
  /**
   * Options of a single field or series that only this panel knows, such as the style of a line: what
   * `fieldConfig.*.custom` may hold, and `fieldOptionsOf` reads. All are optional or have defaults.
   */
  readonly fieldOptions?: OptionsSchema
  /** Kinds of frames that it can draw. */
  readonly accepts: readonly FrameKind[]
  /** Kinds, among those, that Explore draws with it, with the defaults of its options. None when omitted. */
  readonly explores?: readonly FrameKind[]
  /** Name of a lucide icon. */
  readonly icon?: string
}

export const definePanel = <O extends OptionsSchema>(panel: Panel<O>) => ({ kind: 'panel', ...panel }) as const
