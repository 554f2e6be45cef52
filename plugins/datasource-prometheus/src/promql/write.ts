import type { Binary, Expr, Grouping, Matcher, Matching } from './expr.ts'
import { isRightToLeft, signStrength, strengthOf } from './precedence.ts'
import { toLabelName, toQuoted } from './quote.ts'

const isPlainMetric = (metric: string) => /^[A-Za-z_:$][\w:${}]*$/.test(metric)
const labelList = (labels: readonly string[]) => `(${labels.map(labelName).join(', ')})`
// A variable stands for a name as it is.
const labelName = (name: string) => (name.includes('$') ? name : toLabelName(name))

const writeMatcher = ({ name, operator, value }: Matcher) => `${labelName(name)}${operator}${toQuoted(value)}`

/** A selector as a text. */
export function writeSelector(metric: string, matchers: readonly Matcher[]): string {
  const isPlain = metric !== '' && isPlainMetric(metric)
  const inside = [...(metric === '' || isPlain ? [] : [toQuoted(metric)]), ...matchers.map(writeMatcher)]
  if (isPlain && inside.length === 0) return metric
  return `${isPlain ? metric : ''}{${inside.join(', ')}}`
}

export const writeGrouping = ({ mode, labels }: Grouping) => `${mode} ${labelList(labels)}`

function writeMatching({ mode, labels, group }: Matching): string {
  const base = `${mode} ${labelList(labels)}`
  if (!group) return base
  return `${base} group_${group.side}${group.include.length > 0 ? ` ${labelList(group.include)}` : ''}`
}

const strengthOfExpr = (expr: Expr) => {
  if (expr.kind === 'binary') return strengthOf(expr.operator)
  if (expr.kind === 'unary' || (expr.kind === 'number' && /^[+-]/.test(expr.text))) return signStrength
  return Number.POSITIVE_INFINITY
}
const within = (expr: Expr, least: number) =>
  strengthOfExpr(expr) < least ? `(${writePromql(expr)})` : writePromql(expr)

function writeBinary({ operator, isBool, matching, fill, left, right }: Binary): string {
  const strength = strengthOf(operator)
  const isRight = isRightToLeft(operator)
  const words = [operator, isBool && 'bool', matching && writeMatching(matching), fill].filter(Boolean)
  // `a on (x) group_left (b + c)` would read the parentheses as labels.
  const second = within(right, isRight ? strength : strength + 0.25)
  const isAmbiguous = matching?.group?.include.length === 0 && second.startsWith('(')
  const middle = isAmbiguous ? `${words.join(' ')} ()` : words.join(' ')
  return `${within(left, isRight ? strength + 0.25 : strength)} ${middle} ${second}`
}

/** An expression as a text on one line, with the parentheses that it needs. */
export function writePromql(expr: Expr): string {
  const strongest = Number.POSITIVE_INFINITY
  switch (expr.kind) {
    case 'selector':
      return writeSelector(expr.metric, expr.matchers)
    case 'number':
      return expr.text
    case 'string':
      return toQuoted(expr.value)
    case 'call':
      return `${expr.name}(${expr.args.map(writePromql).join(', ')})`
    case 'aggregation':
      return `${expr.name}${expr.grouping ? ` ${writeGrouping(expr.grouping)} ` : ''}(${expr.args.map(writePromql).join(', ')})`
    case 'binary':
      return writeBinary(expr)
    case 'unary':
      return `${expr.operator}${within(expr.expr, signStrength)}`
    case 'range':
      return `${within(expr.expr, strongest)}[${expr.range}${expr.step === undefined ? '' : `:${expr.step}`}]`
    case 'modified':
      return `${within(expr.expr, strongest)} ${expr.modifier}${expr.text ? ` ${expr.text}` : ''}`
  }
}
