import { listOf, parseTemplate, readVariable, type VariableScope } from '@orrery/format'
import { isCodedError } from '@orrery/schema'
import { interpolate } from '../variables.ts'

/**
 * A text of the options of a transformation with the values of its variables, as they are: several are divided by commas
 * unless a format says otherwise. What names no variable or format that there is stays as it was written, because names of
 * fields may hold dollar signs.
 */
export const fillOption = (text: string, scope: VariableScope): string =>
  parseTemplate(text)
    .map((segment) => {
      if ('text' in segment) return segment.text
      if (!readVariable(segment, scope)) return segment.source
      try {
        return interpolate(
          segment.source,
          scope,
          (value) => listOf(value).join(','),
          (written) => written,
        )
      } catch (error) {
        if (isCodedError(error)) return segment.source
        throw error
      }
    })
    .join('')
