/** A place of a template where a variable's value is written. */
export interface VariableSegment {
  readonly variable: string
  /** What of it: `${host.0}` its first value, `${host.zone}` a property. Empty for the value itself. */
  readonly path: readonly string[]
  /** Of `${host:join: + }` it is `join`; undefined where none is asked for. */
  readonly format: string | undefined
  /** Of `${host:join: + }` it is ` + `. */
  readonly argument: string | undefined
  /** As it is written. */
  readonly source: string
}

/** A piece of a template: literal text, or a variable. */
export type Segment = { readonly text: string } | VariableSegment

// Names begin with a letter or `_`: `$1` and `"$"` of other grammars stay as they are.
const reference = /\$\$|\$\{([A-Za-z_]\w*)((?:\.[^}:."[\]]+|\["[^"]*"\])*)(?::(\w+)(?::([^}]*))?)?\}|\$([A-Za-z_]\w*)/g
const step = /\.([^."[\]]+)|\["([^"]*)"\]/g

const readPath = (path: string) => [...path.matchAll(step)].map(([, plain, quoted]) => plain ?? quoted!)

/** Reads `$name`, `${name}`, `${name.path}`, `${name["path"]}` and `${name:format:argument}`; `$$` is a dollar sign. */
export function parseTemplate(template: string): readonly Segment[] {
  const segments: Segment[] = []
  let text = ''
  let at = 0
  for (const match of template.matchAll(reference)) {
    const [source, braced, path = '', format, argument, bare] = match
    text += template.slice(at, match.index)
    at = match.index + source.length
    const variable = braced ?? bare
    if (variable === undefined) text += '$'
    else {
      if (text) segments.push({ text })
      segments.push({ variable, path: readPath(path), format, argument, source })
      text = ''
    }
  }
  text += template.slice(at)
  return text ? [...segments, { text }] : segments
}

/** Names of the variables in every text of a JSON value, built-in ones too, sorted. */
export function usedVariables(value: unknown): readonly string[] {
  const names = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part === 'string') {
      for (const segment of parseTemplate(part)) if ('variable' in segment) names.add(segment.variable)
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(walk)
  }
  walk(value)
  return [...names].sort()
}
