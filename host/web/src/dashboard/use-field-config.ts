import type { PanelSpec } from '@orrery/dashboard'
import { fillThresholds } from '@orrery/sdk'
import { computed, inject } from 'vue'
import { noVariables, variablesKey } from './variables-key.ts'

const none = { defaults: {}, overrides: [] }

/** The field config of a panel with thresholds calculated from the dashboard's variables, and what kept some from it. */
export function useFieldConfig(spec: () => PanelSpec | undefined) {
  const variables = inject(variablesKey, noVariables)
  return computed(() => fillThresholds(spec()?.fieldConfig ?? none, variables.value))
}
