import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it. */
export interface FieldContext {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
}

export const fieldKey: InjectionKey<ComputedRef<FieldContext>> = Symbol('field')

/** Attributes that tie a control to the {@link OField} around it; none outside of one. */
export function useFieldAttributes() {
  const field = inject(fieldKey, undefined)
  return computed(() => {
    if (!field) return {}
    const { id, describedBy, invalid, required } = field.value
    return {
      id,
      'aria-describedby': describedBy,
      'aria-invalid': invalid || undefined,
      'aria-required': required || undefined,
    }
  })
}
