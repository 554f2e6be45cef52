import { encode, numberReducers, type NumberReducerId } from '@orrery/frames'
import { runExpressions, type Expression, type ExpressionNode } from '@orrery/query'
import { digestOf, withPlainNaN } from '../transforms/chains.ts'
import { createDice, type Dice } from '../transforms/dice.ts'
import { randomFrames } from '../transforms/random-frames.ts'

/** What a graph of expressions made, short enough to send from a page. */
export interface GraphResult {
  readonly seed: number
  readonly expressions: readonly ExpressionNode[]
  /** The codes of those that were not calculated. */
  readonly problems: readonly string[]
  readonly digest: string
}

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const operators = ['+', '-', '*', '/', '%', '**', '==', '!=', '<', '>=', '&&', '||']
const functions = ['abs', 'sqrt', 'exp', 'log', 'round', 'is_null', 'is_nan', 'is_number', '-', '!']

function randomFormula(dice: Dice, inputs: readonly string[], depth = 0): string {
  const part = () => randomFormula(dice, inputs, depth + 1)
  if (depth > 2 || dice.roll() < 0.3) return dice.roll() < 0.7 ? `$${dice.pick(inputs)}` : String(dice.below(100) / 8)
  if (dice.roll() < 0.3) return `${dice.pick(functions)}(${part()})`
  return `(${part()} ${dice.pick(operators)} ${part()})`
}

function randomExpression(dice: Dice, inputs: readonly string[]): Expression {
  const input = dice.pick(inputs)
  // Its keys are the ids.
  const reducer = dice.pick(Object.keys(numberReducers) as NumberReducerId[])
  const values = [dice.below(100) - 50, dice.below(100)]
  const condition = dice.pick(['above', 'belowOrEqual', 'notEqual', 'within', 'outsideOrEqual'] as const)
  switch (dice.below(6)) {
    case 0:
      return { type: 'reduce', input, reducer, mode: dice.pick(['strict', 'drop', 'replace']), replaceWith: 7 }
    case 1:
      return {
        type: 'resample',
        input,
        ...(dice.roll() < 0.8 && { window: dice.pick(['10m', '1h', '90s']) }),
        downsampler: dice.pick(['last', 'mean', 'min', 'max', 'sum']),
        upsampler: dice.pick(['pad', 'backfill', 'fillna']),
      }
    case 2:
      return {
        type: 'threshold',
        input,
        condition,
        values,
        ...(dice.roll() < 0.5 && { recovery: { condition: 'below', values: [values[0]! - 10] } }),
      }
    case 3:
      return {
        type: 'classic',
        conditions: [{ operator: dice.pick(['and', 'or']), input, reducer, evaluator: condition, values }],
      }
    default:
      return { type: 'math', expression: randomFormula(dice, inputs) }
  }
}

/** Calculates four random expressions of random frames and of each other, for each seed. */
export const runGraphs = (seeds: readonly number[]): GraphResult[] => seeds.map(runGraph)

function runGraph(seed: number): GraphResult {
  const dice = createDice(seed)
  const inputs = new Map(randomFrames(dice).map((frame) => [frame.meta.refId ?? '', [frame]]))
  const known = [...inputs.keys()]
  const nodes = names.slice(3).map((refId, i): ExpressionNode => {
    const expression = randomExpression(dice, [...known, ...names.slice(3, 3 + i)])
    return { refId, expression }
  })
  const outcomes = runExpressions({
    nodes,
    inputs,
    problems: new Map(),
    context: {
      range: { from: Date.UTC(2024, 2, 30), to: Date.UTC(2024, 3, 1) },
      intervalMs: 900_000,
      wasActive: (_, labels) => labels['host'] === 'web',
    },
  })
  const found = [...outcomes.values()]
  const problems = found.flatMap((outcome) => ('problem' in outcome ? [outcome.problem] : []))
  const frames = found.flatMap((outcome) => ('frames' in outcome ? outcome.frames : []))
  const told = new TextEncoder().encode(problems.map(({ message }) => message).join('\n'))
  return {
    seed,
    expressions: nodes,
    problems: problems.map(({ code }) => code),
    digest: digestOf([told, ...frames.map((frame) => encode(withPlainNaN(frame)))]),
  }
}
