import { parseTemplate, type VariableSegment } from './template.ts'
import { variableFormats } from './variable-formats.ts'
import { listOf, readVariable, toDetailed, type DetailedValue, type VariableScope } from './variable-value.ts'

/** A value as a text shows it: in the format that is asked for, else as people read it. Undefined for an unknown format. */
export function showVariable(
  { variable, format, argument }: Pick<VariableSegment, 'variable' | 'format' | 'argument'>,
  value: DetailedValue,
  scope: VariableScope,
): string | undefined {
  if (format === undefined) return listOf(value.text ?? value.value).join(', ')
  const zone = Object.hasOwn(scope, '__timezone') ? toDetailed(scope['__timezone']!).value : undefined
  const timeZone = typeof zone === 'string' ? zone : undefined
  return variableFormats.get(format)?.write({ variable, value, argument, timeZone })
}

/**
 * A text for people (a title, a description) with the values of its variables: their texts where nothing else is asked
 * for. What names no variable, property or format that there is stays as it was written.
 */
export const fillText = (template: string, scope: VariableScope): string =>
  parseTemplate(template)
    .map((segment) => {
      if ('text' in segment) return segment.text
      const value = readVariable(segment, scope)
      return (value && showVariable(segment, value, scope)) ?? segment.source
    })
    .join('')
