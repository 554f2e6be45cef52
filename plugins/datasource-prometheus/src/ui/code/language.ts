import type { Input, PartialParse, TreeFragment } from '@lezer/common'
import { Parser } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { defineLanguageFacet, Language, languageDataProp } from '@orrery/ui/editor'
import { maskVariables } from '../../promql/variables.ts'

const data = defineLanguageFacet({
  closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
  commentTokens: { line: '#' },
})
const grammar = parser.configure({ props: [languageDataProp.add((type) => (type.isTop ? data : undefined))] })

/** Reads variables as what they stand for, in places of the same length. */
class MaskedParser extends Parser {
  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    return grammar.startParse(maskVariables(input.read(0, input.length)), fragments, ranges)
  }
}

/** PromQL with dashboard variables in it. */
export const promql = new Language(data, new MaskedParser(), [], 'promql')
