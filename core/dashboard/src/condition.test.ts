import { expect, it } from 'vitest'

import { asksForData, meetsCondition, type Condition, type ConditionFacts, type ConditionRule } from './condition.ts'

const facts: ConditionFacts = { variables: { job: 'api', zones: ['a1', 'b2'] }, hasData: true, rangeMs: 3_600_000 }
const when = (rules: ConditionRule[], more: Partial<Condition> = {}): Condition => ({
  show: true,
  match: 'all',
  rules,
  ...more,
})
const variable = (name: string, operator: 'equals' | 'notEquals' | 'matches' | 'notMatches', value: string) =>
  ({ type: 'variable', variable: name, operator, value }) as const

it.each<[ConditionRule, boolean]>([
  [variable('job', 'equals', 'api'), true],
  [variable('job', 'equals', 'ap'), false],
  [variable('job', 'notEquals', 'api'), false],
  [variable('job', 'matches', '^a'), true],
  [variable('job', 'notMatches', 'web'), true],
  [variable('zones', 'equals', 'b2'), true],
  [variable('zones', 'notEquals', 'b2'), false],
  [variable('zones', 'matches', '^b'), true],
  [variable('zones', 'notMatches', '[ab]'), false],
  [variable('gone', 'equals', ''), false],
  [variable('gone', 'notEquals', 'a'), true],
  [{ type: 'data', has: true }, true],
  [{ type: 'data', has: false }, false],
  [{ type: 'range', atMost: '1h' }, true],
  [{ type: 'range', atMost: '30m' }, false],
])('%j holds: %s', (rule, holds) => {
  expect(meetsCondition(when([rule]), facts)).toBe(holds)
  expect(meetsCondition(when([rule], { show: false }), facts)).toBe(!holds)
})

it('asks for all rules, or for one', () => {
  const rules = [variable('job', 'equals', 'api'), variable('job', 'equals', 'web')]
  expect(meetsCondition(when(rules), facts)).toBe(false)
  expect(meetsCondition(when(rules, { match: 'any' }), facts)).toBe(true)
})

it('takes no side while nobody knows whether there are data', () => {
  const unknown = { ...facts, hasData: undefined }
  const has = (has: boolean, show: boolean) => meetsCondition(when([{ type: 'data', has }], { show }), unknown)
  expect([has(true, true), has(false, true), has(true, false), has(false, false)]).toEqual([false, false, true, true])
})

it('knows whether data decide', () => {
  const data: ConditionRule = { type: 'data', has: true }
  expect([
    asksForData(when([data])),
    asksForData(when([{ type: 'range', atMost: '1h' }])),
    asksForData(undefined),
  ]).toEqual([true, false, false])
})
