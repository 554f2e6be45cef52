import type { VariableScope } from '@orrery/sdk'
import { computed, type InjectionKey, type Ref } from 'vue'

/** The values of the variables of the dashboard that a panel is on. */
export const variablesKey: InjectionKey<Readonly<Ref<VariableScope>>> = Symbol('variables')

/** Of panels that are on no dashboard. */
export const noVariables: Readonly<Ref<VariableScope>> = computed(() => ({}))
