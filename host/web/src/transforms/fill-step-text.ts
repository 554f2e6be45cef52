import { interpolate } from '@orrery/query'
import { listOf, type VariableScope } from '@orrery/sdk'

/** A text of a step with what variables hold in it, as the host fills it: values as they are, several after commas. */
export const fillStepText = (text: string, scope: VariableScope): string =>
  interpolate(text, scope, (value) => listOf(value).join(','))
