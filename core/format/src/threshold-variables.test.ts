import { describe, expect, it } from 'vitest'

import { activeThreshold, fillThresholds, thresholdLimits, type FieldConfigSource, type Thresholds } from './index.ts'

const toSource = (thresholds: Thresholds): FieldConfigSource => ({ defaults: { thresholds }, overrides: [] })
const steps = (...expressions: string[]): Thresholds => ({
  mode: 'absolute',
  steps: [{ color: 'green' }, ...expressions.map((valueExpr) => ({ valueExpr, color: 'red' }))],
})

describe('fillThresholds', () => {
  it.each([
    ['$limit', 80],
    ['${limit} * 0.8', 64],
    ['-$low + 2 * (3 - 1) / 8', 1.5],
    ['1 - 2 - 3', -4],
    ['8 / 2 / 2', 2],
    ['- -1.5e2', 150],
    ['.5', 0.5],
  ])('calculates %s', (expression, value) => {
    const { fieldConfig, problems } = fillThresholds(toSource(steps(expression)), { limit: '80', low: ['-1'] })
    expect([fieldConfig.defaults.thresholds?.steps, problems]).toEqual([
      [{ color: 'green' }, { value, color: 'red' }],
      [],
    ])
  })

  it.each([
    ['$none', 'there is no variable none'],
    ['$word', 'word is "high", which is no number'],
    ['$some', 'some is "1,2", which is no number'],
    ['$code', 'code is "1 + 1", which is no number'],
    ['$empty', 'empty is "", which is no number'],
    ['1 / 0', 'its result is not finite'],
    ['2 *', 'it ends where a number is expected'],
    ['* 2', '"*" stands where a number is expected'],
    ['(1 + 2', 'a parenthesis is not closed'],
    ['1 2', '"2" stands where an operator is expected'],
    ['1 % 2', '"% 2" is neither a number, a variable nor an operator'],
    ['${limit:csv}', '"${limit:csv}" is neither a number, a variable nor an operator'],
    [`${'('.repeat(99)}1${')'.repeat(99)}`, 'it is nested too deep'],
    ['', 'it ends where a number is expected'],
  ])('leaves the step out where %s cannot be calculated, and says why', (expression, reason) => {
    const variables = { limit: '1', word: 'high', some: ['1', '2'], code: '1 + 1', empty: '' }
    const { fieldConfig, problems } = fillThresholds(toSource(steps(expression, '1 + 1')), variables)
    expect(fieldConfig.defaults.thresholds?.steps).toEqual([{ color: 'green' }, { value: 2, color: 'red' }])
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(reason)])
  })

  it('fills overrides, and percentages', () => {
    const thresholds: Thresholds = { mode: 'percentage', steps: [{ valueExpr: '$share', color: 'red' }] }
    const source: FieldConfigSource = {
      defaults: { unit: 's' },
      overrides: [{ matcher: { type: 'numeric' }, scope: 'nested', properties: { thresholds } }],
    }
    const { defaults, overrides } = fillThresholds(source, { share: '25' }).fieldConfig
    expect(defaults).toBe(source.defaults)
    expect(overrides[0]?.scope).toBe('nested')
    expect(thresholdLimits(overrides[0]!.properties.thresholds!, 0, 8)).toEqual([{ value: 2, color: 'red' }])
  })

  it('gives the same object where nothing is to be calculated', () => {
    const source = toSource({ mode: 'absolute', steps: [{ value: 1, color: 'red' }] })
    expect(fillThresholds(source, {}).fieldConfig).toBe(source)
  })
})

it('knows no step whose expression is not calculated', () => {
  const thresholds: Thresholds = { mode: 'absolute', steps: [{ valueExpr: '$a', color: 'red' }] }
  expect([activeThreshold(1, thresholds), thresholdLimits(thresholds)]).toEqual([undefined, []])
})
