import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { SelectOption } from '../select/option.ts'

/** What all fields of one form know. */
export interface FormContext {
  /** What is wrong, by JSON pointer. */
  readonly problems: ComputedRef<ReadonlyMap<string, string>>
  readonly disabled: ComputedRef<boolean>
}

export const formKey: InjectionKey<FormContext> = Symbol('form')

export const useForm = (): FormContext => inject(formKey)!

/** Answers the resources of a kind that a reference can name. */
export type RefOptions = (kind: string) => Promise<readonly SelectOption<string>[]>

/** Provided by the host, so that references are chosen from what there is; without it their ids are typed. */
export const refOptionsKey: InjectionKey<RefOptions> = Symbol('ref-options')
