import { mathConstants, mathFunctions } from '@orrery/query'
import { StreamLanguage, type CompletionSource } from '@orrery/ui/editor'
import { t } from '../text.ts'

const words: ReadonlySet<string> = new Set([...mathFunctions, ...Object.keys(mathConstants)])

/** Colours of an expression: names of queries, functions, numbers. */
export const mathLanguage = StreamLanguage.define<object>({
  name: 'math',
  token(stream) {
    if (stream.eatSpace()) return null
    if (stream.match(/\$(?:\{[^}]*\}?|\w*)/)) return 'variableName'
    if (stream.match(/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/)) return 'number'
    if (stream.match(/[A-Za-z_]\w*/)) return words.has(stream.current()) ? 'keyword' : 'invalid'
    if (stream.match(/[-+*/%<>=!&|]+/)) return 'operator'
    stream.next()
    return null
  },
})

/** Offers the queries that can be calculated with, and functions. */
export const mathCompletions =
  (inputs: () => readonly string[]): CompletionSource =>
  (context) => {
    const word = context.matchBefore(/\$?\w*$/)
    if (!word || (word.from === word.to && !context.explicit)) return null
    const names = inputs().map((name) => ({ label: `$${name}`, type: 'variable', detail: t('query'), boost: 1 }))
    const functions = mathFunctions.map((name) => ({ label: `${name}()`, apply: `${name}(`, type: 'function' }))
    const constants = Object.keys(mathConstants).map((name) => ({ label: `${name}()`, type: 'constant' }))
    return { from: word.from, options: [...names, ...functions, ...constants], validFor: /^\$?\w*$/ }
  }
