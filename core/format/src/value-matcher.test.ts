import { expect, it } from 'vitest'

import { compileValueMatcher, type ValueMatcher } from './index.ts'

const values = [undefined, NaN, -1, 1, 10, '1', 'down', '', true]

it.each<[ValueMatcher, typeof values]>([
  [{ type: 'isNull' }, [undefined, NaN]],
  [{ type: 'isNotNull' }, [-1, 1, 10, '1', 'down', '', true]],
  [{ type: 'greater', value: 1 }, [10]],
  [{ type: 'greaterOrEqual', value: 1 }, [1, 10]],
  [{ type: 'lower', value: 1 }, [-1]],
  [{ type: 'lowerOrEqual', value: 1 }, [-1, 1]],
  [{ type: 'between', from: -1, to: 1 }, [-1, 1]],
  [{ type: 'equal', value: '1.0' }, [1]],
  [{ type: 'equal', value: 'down' }, ['down']],
  [{ type: 'equal', value: '' }, ['']],
  [{ type: 'notEqual', value: '1' }, [-1, 10, 'down', '', true]],
  [{ type: 'substring', text: '1' }, [-1, 1, 10, '1']],
  [{ type: 'notSubstring', text: '1' }, ['down', '', true]],
  [{ type: 'regex', pattern: '^(1|t)' }, [1, 10, '1', true]],
])('tells by %j which values fit', (matcher, fitting) => {
  expect(values.filter(compileValueMatcher(matcher))).toEqual(fitting)
})

it('says which pattern is none', () => {
  expect(() => compileValueMatcher({ type: 'regex', pattern: '(' })).toThrow(
    expect.objectContaining({ code: 'FORMAT_PATTERN_INVALID' }),
  )
})
