import { isCodedError, type CodedError } from '@orrery/schema'

import { evaluateExpression, type VariableReader } from './expression.ts'
import type { FieldConfig, FieldConfigSource } from './field-config.ts'
import { listOf, toDetailed, type VariableScope } from './template/variable-value.ts'
import type { Thresholds, ThresholdStep } from './threshold.ts'

/** A field config whose thresholds are all numbers, and what kept others from being so. */
export interface FilledFieldConfig {
  readonly fieldConfig: FieldConfigSource
  /** FORMAT_EXPRESSION_INVALID, one of each expression. */
  readonly problems: readonly CodedError[]
}

// Of several values, there is no telling which is meant: they are written as they are, which is no number.
const toReader =
  (variables: VariableScope): VariableReader =>
  (name) =>
    Object.hasOwn(variables, name) ? listOf(toDetailed(variables[name]!).value).join(',') : undefined

const hasExpression = ({ thresholds }: FieldConfig) =>
  thresholds?.steps.some(({ valueExpr }) => valueExpr !== undefined) ?? false

/**
 * Calculates the thresholds that are expressions of variables. A step whose expression cannot be calculated is left out,
 * and told of. Where there are none, the field config is the same object.
 */
export function fillThresholds(fieldConfig: FieldConfigSource, variables: VariableScope): FilledFieldConfig {
  const { defaults, overrides } = fieldConfig
  if (![defaults, ...overrides.map(({ properties }) => properties)].some(hasExpression))
    return { fieldConfig, problems: [] }
  const read = toReader(variables)
  const problems = new Map<string, CodedError>()
  const fillStep = (step: ThresholdStep): readonly ThresholdStep[] => {
    const { valueExpr, ...rest } = step
    if (valueExpr === undefined) return [step]
    try {
      return [{ ...rest, value: evaluateExpression(valueExpr, read) }]
    } catch (error) {
      if (!isCodedError(error)) throw error
      problems.set(valueExpr, error)
      return []
    }
  }
  const fillAll = (thresholds: Thresholds): Thresholds => ({
    ...thresholds,
    steps: thresholds.steps.flatMap(fillStep),
  })
  const fill = (config: FieldConfig): FieldConfig =>
    config.thresholds && hasExpression(config) ? { ...config, thresholds: fillAll(config.thresholds) } : config
  return {
    fieldConfig: {
      defaults: fill(defaults),
      overrides: overrides.map((override) => ({ ...override, properties: fill(override.properties) })),
    },
    problems: [...problems.values()],
  }
}
