import type { VariableValue, VariableValues } from '@orrery/sdk'

/** A part of a text: what its author wrote, or a value. */
export type Piece = { readonly text: string } | { readonly value: string }

/** What a text may tell of. */
export interface TemplateContext {
  readonly variables: VariableValues
  /** A cell of the row that the text is of, as it is shown; undefined where there is no such field. */
  readonly cell?: ((field: string) => string | undefined) | undefined
}

// $$, ${__data.fields.key}, ${__data.fields["key"]}, ${name}, ${name:format} or $name.
const reference =
  /\$\$|\$\{__data\.fields(?:\.([^}"[\]]+)|\["([^"]*)"\])\}|\$\{([A-Za-z_]\w*)(?::(\w+))?\}|\$([A-Za-z_]\w*)/g

const list = (value: VariableValue): readonly string[] => (typeof value === 'string' ? [value] : value)

/** How a variable is written: `${host:csv}`. */
const formats: Readonly<Record<string, (value: VariableValue) => string>> = {
  csv: (value) => list(value).join(','),
  json: (value) => JSON.stringify(value),
  pipe: (value) => list(value).join('|'),
  url: (value) => list(value).map(encodeURIComponent).join(','),
}

function valueOf(name: string, format: string | undefined, variables: VariableValues): string | undefined {
  if (!Object.hasOwn(variables, name)) return undefined
  const value = variables[name]!
  if (format === undefined) return list(value).join(', ')
  return Object.hasOwn(formats, format) ? formats[format]!(value) : undefined
}

/** The pieces of a text. What names no variable, field or format that there is stays as it was written; `$$` is a dollar. */
export function readTemplate(template: string, { variables, cell }: TemplateContext): readonly Piece[] {
  const pieces: Piece[] = []
  let text = ''
  let at = 0
  for (const match of template.matchAll(reference)) {
    const [whole, key, quotedKey, braced, format, bare] = match
    text += template.slice(at, match.index)
    at = match.index + whole.length
    const field = key ?? quotedKey
    const name = braced ?? bare
    const value =
      field !== undefined ? cell?.(field) : name === undefined ? undefined : valueOf(name, format, variables)
    if (whole === '$$') text += '$'
    else if (value === undefined) text += whole
    else {
      pieces.push({ text }, { value })
      text = ''
    }
  }
  return [...pieces, { text: text + template.slice(at) }]
}

/** The pieces as one text. */
export const toPlain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : piece.value)).join('')
