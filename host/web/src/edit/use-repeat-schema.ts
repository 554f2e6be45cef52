import { isValueVariable } from '@orrery/dashboard'
import { Choice, Type, type TSchema } from '@orrery/sdk'
import { computed } from 'vue'
import { useEditing } from './editing.ts'

/** The variables that something can be repeated by, as a choice; a text while the dashboard has none. */
export function useRepeatSchema(title = 'Repeat by') {
  const editing = useEditing()
  return computed((): TSchema => {
    const variables = (editing?.value?.editor.draft.value.spec.variables ?? []).filter(isValueVariable)
    const choices = Object.fromEntries(variables.map(({ name, label }) => [name, label ?? name]))
    return variables.length > 0 ? Choice(choices, { title }) : Type.String({ minLength: 1, maxLength: 64, title })
  })
}
