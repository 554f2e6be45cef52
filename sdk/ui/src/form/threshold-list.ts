import type { Thresholds, ThresholdStep } from '@orrery/format'
import { paletteNames } from '@orrery/format'
import { toObject } from './form-value.ts'

/** The thresholds that a form edits: whatever is not as it should be is not there. */
export function toThresholds(value: unknown): Thresholds {
  const { mode, steps } = toObject(value)
  return {
    mode: mode === 'percentage' ? mode : 'absolute',
    // What a step may hold is looked at where it is shown.
    steps: Array.isArray(steps) ? (steps as ThresholdStep[]) : [],
  }
}

export const isBase = ({ value, valueExpr }: ThresholdStep): boolean => value === undefined && valueExpr === undefined

/** Where a step begins, as it is typed. */
export const levelText = ({ value, valueExpr }: ThresholdStep): string =>
  valueExpr ?? (value === undefined ? '' : String(value))

/** A step that begins where the text says: at a number, at what is calculated, or nowhere, as the base. */
export function withLevel({ color }: ThresholdStep, text: string): ThresholdStep {
  const level = text.trim()
  if (level === '') return { color }
  const number = Number(level)
  return Number.isFinite(number) ? { value: number, color } : { valueExpr: level, color }
}

/** The base first, then the numbers ascending, then what is calculated as it stood. Answers the old places in new order. */
export function orderOf(steps: readonly ThresholdStep[]): readonly number[] {
  const rank = (step: ThresholdStep) => (isBase(step) ? -Infinity : (step.value ?? Infinity))
  return steps.map((_, at) => at).sort((a, b) => rank(steps[a]!) - rank(steps[b]!) || a - b)
}

const firstLevel = { absolute: 80, percentage: 50 }

/** One more step: the first ones are a green base and a red step, then each is above the highest. */
export function addStep({ mode, steps }: Thresholds): readonly ThresholdStep[] {
  if (steps.length === 0) return [{ color: 'green' }, { value: firstLevel[mode], color: 'red' }]
  const highest = Math.max(...steps.map(({ value }) => value ?? -Infinity))
  const value = highest === -Infinity ? firstLevel[mode] : highest + 10
  const taken = new Set(steps.map(({ color }) => color))
  const color = ['red', 'orange', 'yellow', ...paletteNames].find((name) => !taken.has(name)) ?? 'red'
  return [...steps, { value, color }]
}
