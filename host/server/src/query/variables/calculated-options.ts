import {
  optionsOfExpression,
  optionsOfFrames,
  type ExpressionQuery,
  type TimeMoment,
  type VariableOption,
} from '@orrery/dashboard'
import type { VariableScope } from '@orrery/format'
import { EXPRESSIONS, type TimeRange } from '@orrery/query'
import { toParts } from '../item-parts.ts'
import { planPanel } from '../panel-plan.ts'
import type { Run } from '../run.ts'
import type { Shaper } from '../shape.ts'

export interface CalculatedOptionsContext extends TimeMoment {
  readonly run: Run
  readonly shaper: Shaper
  readonly range: TimeRange
}

/** As many points as a panel has pixels. */
const WIDTH = 1000

/** Calculates the options of a variable as a panel would that shows nothing but the expression that makes them. */
export const createCalculatedOptions =
  ({ run, shaper, ...moment }: CalculatedOptionsContext) =>
  async ({ queries, show }: ExpressionQuery, scope: VariableScope): Promise<readonly VariableOption[]> => {
    const plan = planPanel(
      { queries: queries.map((query) => ({ ...query, hidden: query.refId !== show })) },
      { ...moment, width: WIDTH, variables: async () => scope },
    )
    const { shown } = toParts(
      { id: show, queries: plan.queries, ...(plan.shape && { shape: plan.shape }) },
      run,
      shaper,
    )
    const answers = await Promise.all(shown.map(({ ask }) => ask()))
    const frames = answers.flatMap((answer) => answer.frames)
    const isExpression = queries.some(({ refId, datasource }) => refId === show && datasource === EXPRESSIONS)
    return isExpression ? optionsOfExpression(frames) : optionsOfFrames(frames)
  }
