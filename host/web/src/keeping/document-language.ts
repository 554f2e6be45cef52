import { lineNumbers, StreamLanguage, type Extension } from '@orrery/ui/editor'

const tokens: readonly (readonly [RegExp, string])[] = [
  [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'propertyName'],
  [/'(?:[^']|'')*'(?=\s*:)/, 'propertyName'],
  [/"(?:[^"\\]|\\.)*"?/, 'string'],
  [/'(?:[^']|'')*'?/, 'string'],
  [/[\w$./-][^:#{}[\],"']*(?=:(?:\s|$))/, 'propertyName'],
  [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s,\]}]|$)/, 'number'],
  [/(?:true|false|null)(?=[\s,\]}]|$)/, 'atom'],
  [/[{}[\],:]|-(?=\s)|[|>][+-]?(?=\s*$)/, 'punctuation'],
]

/** The colours of JSON and of the YAML that documents are written in. */
const colors = StreamLanguage.define({
  name: 'document',
  languageData: { commentTokens: { line: '#' } },
  token(stream) {
    if (stream.eatSpace()) return null
    const isFresh = stream.pos === 0 || /\s/.test(stream.string[stream.pos - 1]!)
    if (isFresh && stream.match(/#.*/)) return 'comment'
    const found = tokens.find(([pattern]) => stream.match(pattern))
    if (found) return found[1]
    if (!stream.match(/[^\s,\]}]+/)) stream.next()
    return null
  },
})

export const documentLanguage: Extension = [lineNumbers(), colors]
