import { describe, expect, it } from 'vitest'
import { QueryError } from '../errors.ts'
import { oddFrames } from '../transforms/odd-frames.ts'
import type { Expression } from './expression.ts'
import { runExpressions } from './run.ts'
import { itemsOf, numbersOf, run, seriesOf } from './testing.ts'

const math = (expression: string): Expression => ({ type: 'math', expression })
const one = numbersOf([{ labels: {}, value: 1 }])
const codesOf = (outcomes: ReturnType<typeof run>) =>
  Object.fromEntries(
    [...outcomes].map(([refId, found]) => [refId, 'problem' in found ? found.problem.code : 'calculated']),
  )
const messageOf = (outcomes: ReturnType<typeof run>, refId: string) => {
  const found = outcomes.get(refId)!
  return 'problem' in found ? found.problem.message : undefined
}

describe('runExpressions', () => {
  it('calculates each of those that it stands on, in whatever order they come', () => {
    const outcomes = run(
      {
        D: math('$C * 10'),
        C: { type: 'reduce', input: 'B', reducer: 'max', mode: 'strict' },
        B: math('$A + 1'),
        E: { type: 'threshold', input: 'D', condition: 'above', values: [35] },
      },
      {
        A: [
          seriesOf([
            {
              labels: { host: 'a' },
              points: [
                [0, 1],
                [1000, 3],
              ],
            },
          ]),
        ],
      },
    )
    const frames = [...outcomes].map(([refId, found]) => [refId, 'frames' in found && itemsOf(found.frames[0]!)])
    expect(Object.fromEntries(frames)).toEqual({
      B: [
        {
          labels: { host: 'a' },
          points: [
            [0, 2],
            [1000, 4],
          ],
        },
      ],
      C: [{ labels: { host: 'a' }, value: 4 }],
      D: [{ labels: { host: 'a' }, value: 40 }],
      E: [{ labels: { host: 'a' }, value: 1 }],
    })
  })

  it('calculates each once', () => {
    let asked = 0
    run(
      {
        B: {
          type: 'threshold',
          input: 'A',
          condition: 'above',
          values: [0],
          recovery: { condition: 'below', values: [0] },
        },
        C: math('$B + $B'),
        D: math('$B + $C'),
      },
      { A: [one] },
      { context: { wasActive: () => asked++ > 0 } },
    )
    expect(asked).toBe(1)
  })

  it('tells of a circle at each that is in it, and of no other', () => {
    const outcomes = run(
      { B: math('$C + $A'), C: math('$D'), D: math('$B'), E: math('$B'), F: math('$F'), G: math('$A') },
      { A: [one] },
    )
    expect(codesOf(outcomes)).toEqual({
      B: 'EXPRESSION_CYCLE',
      C: 'EXPRESSION_CYCLE',
      D: 'EXPRESSION_CYCLE',
      E: 'EXPRESSION_INPUT_FAILED',
      F: 'EXPRESSION_CYCLE',
      G: 'calculated',
    })
    expect(messageOf(outcomes, 'C')).toBe(
      'Expression C is calculated of itself: C of D of B of C. Let one of them take something else.',
    )
  })

  it('fails those only that stand on what failed', () => {
    const problem = new QueryError('QUERY_BACKEND_FAILED', { reason: 'parse error' })
    const outcomes = run(
      { C: math('$A + $B'), D: math('abs($C)'), E: math('$A') },
      { A: [one] },
      { problems: { B: problem } },
    )
    expect(codesOf(outcomes)).toEqual({ C: 'EXPRESSION_INPUT_FAILED', D: 'EXPRESSION_INPUT_FAILED', E: 'calculated' })
    expect(messageOf(outcomes, 'C')).toBe(
      'Expression C is not calculated, because B failed: The backend refused the query: parse error',
    )
    expect(outcomes.get('C')).toMatchObject({ problem: { cause: problem } })
  })

  it.each<[string, Expression, string, RegExp]>([
    [
      'names what nobody has',
      math('$A + $Z'),
      'EXPRESSION_REF_UNKNOWN',
      /takes "Z", which is neither a query nor a variable; there are: A, B\./,
    ],
    [
      'takes what nobody has',
      { type: 'reduce', input: 'Z', reducer: 'mean', mode: 'strict' },
      'EXPRESSION_REF_UNKNOWN',
      /takes "Z"/,
    ],
    [
      'takes a variable where a query is expected',
      { type: 'reduce', input: 'limit', reducer: 'mean', mode: 'strict' },
      'EXPRESSION_REF_UNKNOWN',
      /takes "limit"/,
    ],
    ['cannot be read', math('$A +'), 'EXPRESSION_SYNTAX', /at character 5/],
    [
      'has one end of a range',
      { type: 'threshold', input: 'A', condition: 'within', values: [1] },
      'EXPRESSION_VALUES',
      /"within" of expression X compares with a range/,
    ],
    [
      'calculates with a variable that is no number',
      math('$A > $name'),
      'EXPRESSION_VARIABLE',
      /variable "name", which is "1 \+ 1" and no number/,
    ],
  ])('tells when an expression %s', (_, expression, code, message) => {
    const variables: Readonly<Record<string, string>> = { name: '1 + 1', limit: '3' }
    const outcomes = run(
      { X: expression },
      { A: [one], B: [one] },
      { context: { readVariable: (name) => variables[name] } },
    )
    expect(codesOf(outcomes)).toEqual({ X: code })
    expect(messageOf(outcomes, 'X')).toMatch(message)
  })

  it('takes variables as numbers, but queries before them', () => {
    const found = run(
      { X: math('$A + $limit * ${limit}') },
      { A: [one] },
      { context: { readVariable: () => '-3' } },
    ).get('X')!
    expect('frames' in found && itemsOf(found.frames[0]!)).toEqual([{ labels: {}, value: 10 }])
  })

  it.each(Object.entries(oddFrames))('copes with %s', (_, frames) => {
    const request = {
      nodes: (
        [
          ['B', math('$A * 2 - $A')],
          ['C', { type: 'reduce', input: 'A', reducer: 'mean', mode: 'drop' }],
          ['D', { type: 'resample', input: 'A', window: '1s', downsampler: 'mean', upsampler: 'pad' }],
          ['E', { type: 'threshold', input: 'C', condition: 'above', values: [1] }],
          [
            'F',
            {
              type: 'classic',
              conditions: [{ operator: 'and', input: 'A', reducer: 'last', evaluator: 'above', values: [1] }],
            },
          ],
        ] satisfies [string, Expression][]
      ).map(([refId, expression]) => ({ refId, expression })),
      inputs: new Map([['A', frames]]),
      problems: new Map(),
      context: { range: { from: 0, to: 3000 }, intervalMs: 1000 },
    }
    const outcomes = runExpressions(request)
    expect(runExpressions(request)).toEqual(outcomes)
    for (const [refId, found] of outcomes)
      if ('problem' in found) expect(found.problem.code).toMatch(/^EXPRESSION_/)
      else expect(found.frames.map(({ meta }) => meta.refId)).toEqual([refId])
  })
})
