import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMath } from './parse.ts'
import { binaryOperators, constants, functionNames, inputsOf, printMath, type MathTerm } from './syntax.ts'

const { term } = fc.letrec<{ term: MathTerm; leaf: MathTerm }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      type: fc.constant('number' as const),
      value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    }),
    fc.record({ type: fc.constant('input' as const), name: fc.constantFrom('A', 'B2', '_x', 'with space', 'a-b') }),
    fc.record({
      type: fc.constant('constant' as const),
      name: fc.constantFrom(...(Object.keys(constants) as (keyof typeof constants)[])),
    }),
  ),
  term: fc.oneof(
    { depthSize: 'medium' },
    tie('leaf'),
    fc.record({
      type: fc.constant('unary' as const),
      operator: fc.constantFrom('-' as const, '!' as const),
      operand: tie('term'),
    }),
    fc.record({ type: fc.constant('call' as const), name: fc.constantFrom(...functionNames), operand: tie('term') }),
    fc.record({
      type: fc.constant('binary' as const),
      operator: fc.constantFrom(...binaryOperators.flat()),
      left: tie('term'),
      right: tie('term'),
    }),
  ),
}))

/** With every pair of parentheses that there could be. */
const grouped = (part: MathTerm): string => {
  if (part.type === 'binary') return `(${grouped(part.left)} ${part.operator} ${grouped(part.right)})`
  return part.type === 'unary' ? `(${part.operator}${grouped(part.operand)})` : printMath(part)
}

function errorOf(text: string): unknown {
  try {
    return parseMath(text)
  } catch (error) {
    return error
  }
}

describe('parseMath', () => {
  it('reads what was printed as the same', () => {
    fc.assert(
      fc.property(term, (given) => {
        expect(parseMath(printMath(given))).toEqual(given)
      }),
    )
  })

  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['8 - 4 - 2', '((8 - 4) - 2)'],
    ['8 / 4 % 3', '((8 / 4) % 3)'],
    ['2 ** 3 ** 2', '((2 ** 3) ** 2)'],
    ['2 * 3 ** 2', '(2 * (3 ** 2))'],
    ['-2 ** 2', '((-2) ** 2)'],
    ['!$A && $B || $C', '(((!$A) && $B) || $C)'],
    ['$A > 1 && $A + 1 <= $B * 2', '(($A > 1) && (($A + 1) <= ($B * 2)))'],
    ['1 < 2 == 1', '((1 < 2) == 1)'],
    ['--1', '(-(-1))'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
  ])('reads %s as %s', (text, meaning) => {
    expect(grouped(parseMath(text))).toBe(meaning)
  })

  it.each([
    ['1.5e3', 1500],
    ['.5', 0.5],
    ['2.', 2],
    ['1E-2', 0.01],
    ['0x1F', 31],
    ['0', 0],
    ['0.25', 0.25],
  ])('reads the number %s', (text, value) => {
    expect(parseMath(text)).toEqual({ type: 'number', value })
  })

  it('reads white space anywhere, also lines', () => {
    expect(printMath(parseMath('  $A\n\t*  ( ${ B } +abs( - 1 ) )  '))).toBe('$A * ($B + abs(-1))')
  })

  it('tells the inputs, each once', () => {
    expect(inputsOf(parseMath('$A + ${B} * $A - abs(-$C) + ${d e}'))).toEqual(['A', 'B', 'C', 'd e'])
  })

  it.each([
    ['', 0, /the end stands where a number/],
    ['$A +', 4, /the end stands where a number/],
    ['$A $B', 3, /"\$B" stands where an operator/],
    ['$A + * 2', 5, /"\*" stands where a number/],
    ['2 * (1 + $A', 4, /parenthesis is not closed/],
    ['1 + 2)', 5, /"\)" stands where an operator/],
    ['A + 1', 0, /Write \$A for a query/],
    ['max($A)', 0, /no function "max"; there are: abs, ceil/],
    ['abs()', 4, /"\)" stands where a number/],
    ['abs($A, 1)', 6, /"," is neither|", 1\)" is neither/],
    ['nan(1)', 4, /nan\(\) takes nothing/],
    ['$A = 1', 3, /written twice: ==/],
    ['$A & $B', 3, /written twice: &&/],
    ['1 + $', 4, /dollar sign/],
    ['1 + ${}', 4, /dollar sign/],
    ['$A; 1', 2, /neither a number, a query nor an operator/],
    ['072', 0, /does not begin with 0/],
  ])('says where %j cannot be read, and why', (text, position, reason) => {
    const error = errorOf(text)
    expect(error).toMatchObject({
      code: 'EXPRESSION_SYNTAX',
      status: 400,
      params: { expression: text, position, reason: expect.stringMatching(reason) as string },
    })
  })

  it('refuses what no person writes', () => {
    expect(errorOf(`${'('.repeat(200)}1${')'.repeat(200)}`)).toMatchObject({
      params: { position: 101, reason: expect.stringMatching(/nested too deep/) as string },
    })
    expect(errorOf('1+'.repeat(2000))).toMatchObject({
      params: { position: 500, reason: expect.stringMatching(/too long/) as string },
    })
  })

  it('reads or refuses any text, and nothing else', () => {
    const pieces = fc.array(
      fc.constantFrom('$A', '${B}', '1', '.', 'e', 'abs', '(', ')', '+', '-', '*', '!', '=', ' ', '$', '{'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          try {
            expect(parseMath(printMath(parseMath(text)))).toEqual(parseMath(text))
          } catch (error) {
            expect(error).toMatchObject({ code: 'EXPRESSION_SYNTAX' })
          }
        },
      ),
    )
  })
})
