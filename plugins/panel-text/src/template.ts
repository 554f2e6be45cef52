import { parseTemplate, readVariable, showVariable, type VariableScope, type VariableSegment } from '@orrery/sdk'

/** A part of a text: what its author wrote, or a value. */
export type Piece = { readonly text: string } | { readonly value: string }

/** What a text may tell of. */
export interface TemplateContext {
  readonly variables: VariableScope
  /** A cell of the row that the text is of, as it is shown; undefined where there is no such field. */
  readonly cell?: ((field: string) => string | undefined) | undefined
}

function valueOf(segment: VariableSegment, { variables, cell }: TemplateContext): string | undefined {
  const { variable, path } = segment
  if (variable === '__data' && path[0] === 'fields') return cell?.(path.slice(1).join('.'))
  const value = readVariable(segment, variables)
  return value && showVariable(segment, value, variables)
}

/** The pieces of a text. What names no variable, field or format that there is stays as it was written; `$$` is a dollar. */
export function readTemplate(template: string, context: TemplateContext): readonly Piece[] {
  const pieces: Piece[] = []
  let text = ''
  for (const segment of parseTemplate(template)) {
    const value = 'text' in segment ? undefined : valueOf(segment, context)
    if (value === undefined) text += 'text' in segment ? segment.text : segment.source
    else {
      pieces.push({ text }, { value })
      text = ''
    }
  }
  return [...pieces, { text }]
}

/** The pieces as one text. */
export const toPlain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : piece.value)).join('')
