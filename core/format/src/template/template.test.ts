import { describe, expect, it } from 'vitest'
import { fillText } from './fill-text.ts'
import { parseTemplate, usedVariables } from './template.ts'

describe('parseTemplate', () => {
  it('tells text, variables and formats apart', () => {
    expect(parseTemplate('a $b ${c.d["e f"]:join:: }$$')).toEqual([
      { text: 'a ' },
      { variable: 'b', path: [], format: undefined, argument: undefined, source: '$b' },
      { text: ' ' },
      { variable: 'c', path: ['d', 'e f'], format: 'join', argument: ': ', source: '${c.d["e f"]:join:: }' },
      { text: '$' },
    ])
  })

  it.each(['', '$', '$a', '${a}', '$$', 'a$1 "$" ${', '$${b:c}$'])(
    'keeps %j when its dollar signs are doubled',
    (text) => {
      expect(fillText(text.replaceAll('$', '$$$$'), { a: 'x', b: 'y' })).toBe(text)
    },
  )
})

it('usedVariables finds names in every text of a query', () => {
  const query = { expr: 'up{h=$host}', legend: '$$no', list: [{ deep: '${__range}${host:csv}' }], n: 1, none: null }
  expect(usedVariables(query)).toEqual(['__range', 'host'])
})
