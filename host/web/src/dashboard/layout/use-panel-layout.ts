import type { AutoItem, GridItem } from '@orrery/dashboard'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { useAwaited } from './awaited.ts'
import { useBoard } from './board.ts'
import { useShownItems, type ShownItem } from './shown-items.ts'
import { useFill } from './use-fill.ts'
import { useWidth } from './use-width.ts'

export interface PanelLayoutOptions<I> {
  readonly items: () => readonly I[]
  /** It grows until it fills the screen. */
  readonly fills: () => boolean
}

/** What a grid and an automatic layout have in common: the room that they have, in CSS pixels, and what they show in it. */
export interface PanelLayoutRoom<I> {
  readonly width: Readonly<Ref<number>>
  /** 0 where it does not fill the screen. */
  readonly fill: Readonly<Ref<number>>
  readonly items: ComputedRef<readonly ShownItem<I>[]>
}

export function usePanelLayout<I extends GridItem | AutoItem>(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  { items: of, fills }: PanelLayoutOptions<I>,
): PanelLayoutRoom<I> {
  const width = useWidth(root)
  const fill = useFill(root, { fills, width })
  const { items, awaited } = useShownItems(of)
  const { queries } = useBoard()
  // What is not shown has no width of its own.
  useAwaited(
    queries,
    () => awaited.value,
    () => width.value,
  )
  return { width, fill, items }
}
