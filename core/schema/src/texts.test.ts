import { expect, it } from 'vitest'
import { Choice, mapTexts, Type, ui } from './index.ts'

const loud = (text: string) => text.toUpperCase()

it('replaces what people read of a definition, and nothing else', () => {
  const definition = {
    kind: 'panel',
    id: 'stat',
    title: 'Stat',
    keywords: ['number'],
    options: Type.Object({
      title: Type.String({ title: 'Heading', default: 'none', ...ui({ group: 'Texts', placeholder: 'none' }) }),
      default: Choice({ a: 'First', b: 'Second' }, { title: 'Which', description: 'One of two.', default: 'a' }),
      box: Type.Object({}, { default: { title: 'data' } }),
    }),
    view: { $door: 'web', path: './ui/title.js' },
  }
  const replaced: string[] = []
  const mapped = mapTexts(definition, (text) => {
    replaced.push(text)
    return loud(text)
  })
  expect(replaced).toEqual(['Stat', 'number', 'Heading', 'Texts', 'First', 'Second', 'Which', 'One of two.'])
  expect(mapped.options).toMatchObject({
    properties: {
      title: { title: 'HEADING', default: 'none', 'x-ui': { group: 'TEXTS', placeholder: 'none' } },
      default: { enum: ['a', 'b'], 'x-enum-titles': ['FIRST', 'SECOND'], default: 'a' },
      box: { default: { title: 'data' } },
    },
  })
  expect(mapped).toMatchObject({ id: 'stat', kind: 'panel', view: definition.view })
})
