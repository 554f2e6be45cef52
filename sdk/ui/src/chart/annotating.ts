import type { InjectionKey } from 'vue'

/** A moment or a stretch of the time axis, in milliseconds since the epoch. */
export interface AnnotatedTime {
  readonly time: number
  /** Of a stretch. */
  readonly timeEnd?: number
}

/** What may be done with an annotation. */
export interface AnnotationAction {
  readonly title: string
  readonly run: () => void
}

/** How people annotate in charts; the page around a panel provides it where they may. */
export interface Annotating {
  /** A chart that shows annotations is there, until what it returns is called. */
  readonly attach: () => () => void
  /** Begins an annotation of what somebody marked: a click, or a drag, with Ctrl or Command held. */
  readonly annotate: (at: AnnotatedTime) => void
  /** What may be done with the annotation of this id; nothing with those that a query found. */
  readonly actionsOf: (id: string) => readonly AnnotationAction[]
}

/** `useOverlays` looks for it around a panel; where there is none, nothing is annotated. */
export const annotatingKey: InjectionKey<Annotating> = Symbol('annotating')

/** What is marked in a chart of a panel that shows annotations. */
export const markedKey: InjectionKey<Annotating['annotate']> = Symbol('marked')
