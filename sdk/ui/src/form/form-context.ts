import type { FormField } from '@orrery/schema'
import { computed, inject, onBeforeUnmount, type ComputedRef, type InjectionKey } from 'vue'
import type { SelectOption } from '../select/option.ts'

/** What all fields of one form know. */
export interface FormContext {
  /** What is wrong, by JSON pointer. */
  readonly problems: ComputedRef<ReadonlyMap<string, string>>
  readonly disabled: ComputedRef<boolean>
  /** Fields of the form itself are shown where it finds them; all when it is empty. */
  readonly search: ComputedRef<string>
  /** Paths of the fields that are on the page now: each shows its own problem, the form the others. */
  readonly places: Set<() => string>
}

export const formKey: InjectionKey<FormContext> = Symbol('form')

export const useForm = (): FormContext => inject(formKey)!

/** What is wrong at a place, which the one who asks shows from now on. */
export function useProblem(path: () => string): ComputedRef<string | undefined> {
  const { problems, places } = useForm()
  places.add(path)
  onBeforeUnmount(() => places.delete(path))
  return computed(() => problems.value.get(path()))
}

/** One node of a form inside another: bound whole to the FormNode that a frame's slot draws. */
export interface FormChild {
  readonly field: FormField
  readonly path: string
  readonly title: string
  readonly modelValue: unknown
  readonly 'onUpdate:modelValue': (next: unknown) => void
}

/** Answers what may be typed, by the widget of the field: `fieldName`, `refId`, `field` (of one that may be absent). */
export type Suggestions = (widget: string) => readonly SelectOption<string>[]

/** Provided by a page that knows the data that options are for. */
export const suggestionsKey: InjectionKey<Suggestions> = Symbol('suggestions')

/** Answers the resources of a kind that a reference can name. */
export type RefOptions = (kind: string) => Promise<readonly SelectOption<string>[]>

/** Provided by the host, so that references are chosen from what there is; without it their ids are typed. */
export const refOptionsKey: InjectionKey<RefOptions> = Symbol('ref-options')
