import { Document, isScalar, Scalar, visit } from 'yaml'
import { canonicalValue } from '../canonical.ts'
import type { Resource } from '../resource.ts'

// Control characters are escaped: a carriage return would be read as a line break, and others would steer the terminal that
// shows them. Half of a surrogate pair cannot be written as UTF-8, and a block has to have a line that is not blank.
const needsQuotes = (text: string) =>
  /[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text) || (text.includes('\n') && text.trim() === '')

/**
 * The one text of a resource as YAML: what `canonicalText` says, in the same order. Texts of several lines are blocks, and
 * no line is folded, so that a change of one line is a difference of one line. It is read alike by YAML 1.1 and 1.2.
 */
export function canonicalYaml(resource: Resource): string {
  const document = new Document(canonicalValue(resource), { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value)) node.type = Scalar.QUOTE_DOUBLE
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '<<') key.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: 'literal', doubleQuotedMinMultiLineLength: Infinity })
}
