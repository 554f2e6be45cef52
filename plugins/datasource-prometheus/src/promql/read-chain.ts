import type { Binary, Expr } from './expr.ts'
import { isRightToLeft, signStrength, strengthOf } from './precedence.ts'

/** An operator between two operands of a chain, with what stands behind it. */
export type Link = Pick<Binary, 'operator' | 'isBool' | 'matching' | 'fill'>
/** A piece of `a + -b * c`, in the order of the text. */
export type ChainItem =
  | { readonly kind: 'operand'; readonly expr: Expr }
  | { readonly kind: 'sign'; readonly operator: '-' | '+'; readonly from: number }
  | { readonly kind: 'link'; readonly link: Link }

/** The grammar takes `-1 ^ 2` for `(-1) ^ 2`, Prometheus for `-(1 ^ 2)`. */
function freeSigns(items: readonly ChainItem[]): readonly ChainItem[] {
  return items.flatMap((item, i): readonly ChainItem[] => {
    const next = items[i + 1]
    if (item.kind !== 'operand' || item.expr.kind !== 'number' || next?.kind !== 'link') return [item]
    const sign = item.expr.text[0]
    if (next.link.operator !== '^' || (sign !== '-' && sign !== '+')) return [item]
    const text = item.expr.text.slice(1).trim()
    const { from, to } = item.expr.span
    const number: Expr = { kind: 'number', text, span: { from: to - text.length, to } }
    return [
      { kind: 'sign', operator: sign, from },
      { kind: 'operand', expr: number },
    ]
  })
}

/** Makes the tree of a chain by how strongly its operators bind. */
export function readChain(chain: readonly ChainItem[]): Expr {
  const items = freeSigns(chain)
  let at = 0

  function operand(): Expr {
    const item = items[at++]
    if (item?.kind === 'operand') return item.expr
    if (item?.kind !== 'sign') throw new Error('A chain of operators alternates operands and operators.')
    const expr = climb(signStrength)
    const span = { from: item.from, to: expr.span.to }
    // The grammar reads `-1` now as a number, now as a sign before one.
    const isNumber = expr.kind === 'number' && !/^[+-]/.test(expr.text)
    return isNumber
      ? { kind: 'number', text: `${item.operator}${expr.text}`, span }
      : { kind: 'unary', operator: item.operator, expr, span }
  }
  function climb(least: number): Expr {
    let left = operand()
    for (;;) {
      const item = items[at]
      if (item?.kind !== 'link') return left
      const { link } = item
      const strength = strengthOf(link.operator)
      if (strength < least) return left
      at++
      const right = climb(isRightToLeft(link.operator) ? strength : strength + 0.25)
      left = { kind: 'binary', ...link, left, right, span: { from: left.span.from, to: right.span.to } }
    }
  }
  return climb(0)
}
