import { asksForData, type AutoItem, type GridItem } from '@orrery/dashboard'
import { computed, inject, type ComputedRef } from 'vue'
import { noVariables, variablesKey } from '../variables-key.ts'
import { useBoard } from './board.ts'
import { useLayoutEditing } from './editing.ts'
import { instanceKey, withInstance } from './instance.ts'
import { useInstance, useRepeats } from './scope.ts'
import { isShown } from './visibility.ts'

/** An item as people see it. */
export interface ShownItem<I> {
  /** Tells it from its other instances, and from all other panels. */
  readonly key: string
  readonly item: I
  /** Its condition does not hold: it is only there for who edits it. */
  readonly isHidden: boolean
}

export interface ShownItems<I> {
  readonly items: ComputedRef<readonly ShownItem<I>[]>
  /** Keys of panels that are asked for although they are not shown: their data decide. */
  readonly awaited: ComputedRef<readonly string[]>
}

/** What the items of a layout show here and now, in the order that they have in the document. */
export function useShownItems<I extends GridItem | AutoItem>(of: () => readonly I[]): ShownItems<I> {
  const { queries, range } = useBoard()
  const { isEditing } = useLayoutEditing()
  const around = useInstance()
  const variables = inject(variablesKey, noVariables)
  const repeats = useRepeats()
  const all = computed(() =>
    of().flatMap((item) => {
      const repeated = repeats(item.repeat?.variable, around.value)
      // Whoever edits it finds it also while nobody knows for which values it is there.
      const instances = repeated.length === 0 && isEditing.value ? [around.value] : repeated
      return instances.map((instance): ShownItem<I> => {
        const { panel, showIf } = item
        const key = instanceKey(panel, instance)
        if (!showIf) return { key, item, isHidden: false }
        const scope = withInstance(variables.value, instance)
        return { key, item, isHidden: !isShown(showIf, [key], { scope, range: range.value, data: queries.data }) }
      })
    }),
  )
  return {
    items: computed(() => all.value.filter(({ isHidden }) => !isHidden || isEditing.value)),
    awaited: computed(() =>
      all.value.filter(({ item, isHidden }) => isHidden && asksForData(item.showIf)).map(({ key }) => key),
    ),
  }
}
