import { parser } from '@prometheus-io/lezer-promql'
import {
  aggregateOpTerms,
  functionIdentifierTerms,
} from '@prometheus-io/codemirror-promql/dist/esm/complete/promql.terms.js'
import { expect, it } from 'vitest'
import functionsInGerman from '../locales/de/functions.ts'
import { functions, functionsByName, signatureOf } from './functions.ts'
import { aggregations } from './functions/aggregations.ts'

const all = [...functions, ...aggregations]
const sorted = (names: readonly string[]) => names.toSorted()

it('knows every function and aggregation of the grammar, and no other', () => {
  expect(sorted(functions.map(({ name }) => name))).toEqual(sorted(functionIdentifierTerms.map(({ label }) => label)))
  expect(sorted(aggregations.map(({ name }) => name))).toEqual(sorted(aggregateOpTerms.map(({ label }) => label)))
})

it('has an example of each that parses, and uses it', () => {
  const wrong = all.filter(({ name, example }) => {
    let isBroken = false
    parser.parse(example).iterate({ enter: ({ type }) => void (isBroken ||= type.isError) })
    return isBroken || !new RegExp(String.raw`\b${name}\b`).test(example)
  })
  expect(wrong).toEqual([])
})

it('says each in German too', () => {
  expect(sorted(Object.keys(functionsInGerman))).toEqual(sorted([...new Set(all.map(({ summary }) => summary))]))
})

it('writes how a function is called', () => {
  const call = (name: string) => signatureOf(functionsByName.get(name)!)
  expect([call('predict_linear'), call('round'), call('sort_by_label'), call('pi')]).toEqual([
    'predict_linear(v range, seconds scalar)',
    'round(v instant, [to scalar])',
    'sort_by_label(v instant, label string, ...)',
    'pi()',
  ])
})
