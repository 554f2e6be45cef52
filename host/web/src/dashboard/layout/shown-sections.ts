import { asksForData, type Section } from '@orrery/dashboard'
import { fillText } from '@orrery/sdk'
import { computed, inject, type ComputedRef } from 'vue'
import { noVariables, variablesKey } from '../variables-key.ts'
import { useBoard } from './board.ts'
import { useLayoutEditing } from './editing.ts'
import { instanceKey, withInstance } from './instance.ts'
import { useInstance, useRepeats } from './scope.ts'
import { isShown, panelKeysOf } from './visibility.ts'

/** A section as people see it. */
export interface ShownSection {
  /** Tells it from its other instances, and from all other sections. */
  readonly key: string
  readonly section: Section
  /** With the values of variables in it. */
  readonly title: string
  /** Its condition does not hold: it is only there for who edits it. */
  readonly isHidden: boolean
}

export interface ShownSections {
  readonly sections: ComputedRef<readonly ShownSection[]>
  /** Keys of panels that are asked for although they are not shown: their data decide. */
  readonly awaited: ComputedRef<readonly string[]>
}

/** The sections of a layout that are shown here and now. */
export function useShownSections(of: () => readonly Section[]): ShownSections {
  const { queries, range } = useBoard()
  const { isEditing } = useLayoutEditing()
  const around = useInstance()
  const variables = inject(variablesKey, noVariables)
  const repeats = useRepeats()
  const all = computed(() =>
    of().flatMap((section) => {
      const repeated = repeats(section.repeat, around.value)
      // Whoever edits it finds it also while nobody knows for which values it is there.
      const instances = repeated.length === 0 && isEditing.value ? [around.value] : repeated
      return instances.map((instance) => {
        const scope = withInstance(variables.value, instance)
        const { id, showIf, layout } = section
        const keys = asksForData(showIf) ? panelKeysOf(layout, scope, instance) : []
        const isMet = !showIf || isShown(showIf, keys, { scope, range: range.value, data: queries.data })
        const title = fillText(section.title, scope)
        return { shown: { key: instanceKey(id, instance), section, title, isHidden: !isMet }, keys }
      })
    }),
  )
  return {
    sections: computed(() =>
      all.value.map(({ shown }) => shown).filter(({ isHidden }) => !isHidden || isEditing.value),
    ),
    awaited: computed(() => all.value.flatMap(({ shown, keys }) => (shown.isHidden ? keys : []))),
  }
}
