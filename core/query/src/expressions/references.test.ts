import { describe, expect, it } from 'vitest'
import type { ClassicCondition, Expression } from './expression.ts'
import { dependenciesOf, expressionProblems } from './references.ts'

const math = (expression: string): Expression => ({ type: 'math', expression })
const condition = (input: string): ClassicCondition => ({
  operator: 'and',
  input,
  reducer: 'max',
  evaluator: 'above',
  values: [1],
})

describe('dependenciesOf', () => {
  it.each<[Expression, string[]]>([
    [math('$B + $A * $B'), ['B', 'A']],
    [math('$B +'), []],
    [{ type: 'reduce', input: 'A', reducer: 'max', mode: 'drop' }, ['A']],
    [{ type: 'resample', input: 'A', downsampler: 'last', upsampler: 'pad' }, ['A']],
    [{ type: 'threshold', input: 'A', condition: 'above', values: [1] }, ['A']],
    [{ type: 'classic', conditions: [condition('B'), condition('A'), condition('B')] }, ['B', 'A']],
  ])('tells what %j takes', (expression, names) => {
    expect(dependenciesOf(expression)).toEqual(names)
  })
})

describe('expressionProblems', () => {
  const problemsOf = (expressions: Readonly<Record<string, Expression>>, isVariable?: (name: string) => boolean) =>
    expressionProblems(
      Object.entries(expressions).map(([refId, expression]) => ({ refId, expression })),
      ['A', 'B'],
      isVariable,
    ).map(({ refId, error }) => [refId, error.code])

  it('finds none in expressions of queries and of each other', () => {
    expect(problemsOf({ C: math('$A + $D'), D: math('$B') })).toEqual([])
  })

  it('finds what can never be calculated', () => {
    expect(
      problemsOf({
        C: math('$A + $Z'),
        D: math('$A $B'),
        E: math('$F'),
        F: { type: 'threshold', input: 'E', condition: 'outside', values: [1] },
        G: {
          type: 'threshold',
          input: 'A',
          condition: 'above',
          values: [1],
          recovery: { condition: 'within', values: [1] },
        },
        H: { type: 'classic', conditions: [{ ...condition('A'), evaluator: 'withinOrEqual' }] },
        I: math('$I'),
      }),
    ).toEqual([
      ['C', 'EXPRESSION_REF_UNKNOWN'],
      ['D', 'EXPRESSION_SYNTAX'],
      ['E', 'EXPRESSION_CYCLE'],
      ['F', 'EXPRESSION_VALUES'],
      ['F', 'EXPRESSION_CYCLE'],
      ['G', 'EXPRESSION_VALUES'],
      ['H', 'EXPRESSION_VALUES'],
      ['I', 'EXPRESSION_CYCLE'],
    ])
  })

  it('admits variables in math alone', () => {
    const isVariable = (name: string) => name === 'limit'
    const reduce: Expression = { type: 'reduce', input: 'limit', reducer: 'max', mode: 'drop' }
    expect(problemsOf({ C: math('$A > $limit'), D: reduce }, isVariable)).toEqual([['D', 'EXPRESSION_REF_UNKNOWN']])
  })
})
