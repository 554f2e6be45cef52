import type { VariableScope } from '@orrery/sdk'
import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import { dashboardVariablesKey } from '../../variables/use-variables.ts'
import { noVariables, variablesKey } from '../variables-key.ts'
import { noInstance, repeatInstances, withInstance, type InstanceValues } from './instance.ts'

const instanceKey: InjectionKey<ComputedRef<InstanceValues>> = Symbol('instance of a repeat')

const none = computed(() => noInstance)

/** The values that repeats around a place give to variables. */
export const useInstance = (): ComputedRef<InstanceValues> => inject(instanceKey, none)

/** What something is repeated for within what is around it: nothing while the values of its variable are not known yet. */
export function useRepeats(): (variable: string | undefined, around: InstanceValues) => readonly InstanceValues[] {
  const variables = inject(variablesKey, noVariables)
  const known = inject(dashboardVariablesKey, undefined)
  return (variable, around) => {
    if (variable === undefined) return [around]
    const instances = repeatInstances(variables.value, variable, around)
    if (instances[0] !== around) return instances
    const status = known?.stateOf(variable)?.status
    return status === 'waiting' || status === 'loading' ? [] : instances
  }
}

/**
 * Gives what is inside the values of an instance, and variables that are known there besides those around; answers what
 * variables are there.
 */
export function provideInstance(
  instance: () => InstanceValues,
  more?: () => VariableScope | undefined,
): ComputedRef<VariableScope> {
  const around = inject(variablesKey, noVariables)
  const variables = computed(() => {
    const own = more?.()
    return withInstance(own ? { ...around.value, ...own } : around.value, instance())
  })
  provide(instanceKey, computed(instance))
  provide(variablesKey, variables)
  return variables
}
