import { expect, it } from 'vitest'
import { parseYaml } from './index.ts'

const values = (text: string) => parseYaml(text).documents.map(({ value }) => value)

it('reads the documents of a text, of YAML or of JSON, without those that are empty', () => {
  expect(values('a: 1\n---\n# nothing\n---\nb: 2\n')).toEqual([{ a: 1 }, { b: 2 }])
  expect(values('{ "a": [1, null] }')).toEqual([{ a: [1, null] }])
  expect(values('')).toEqual([])
})

it('knows the line of a place, or of the nearest part around it', () => {
  const [first, second] = parseYaml('a: 1\n---\nb:\n  c/d:\n    - 1\n    - 2\n').documents
  expect(first!.lineOf('/a')).toBe(1)
  expect(['', '/b', '/b/c~1d', '/b/c~1d/1', '/b/c~1d/7', '/b/x', '/y'].map(second!.lineOf)).toEqual([
    3, 3, 4, 6, 4, 3, 3,
  ])
})

it('tells the line and the reason of what it cannot read, and reads the rest', () => {
  const { documents, problems } = parseYaml('a: 1\n---\nb: [1\n---\nc: 3\n')
  expect(documents.map(({ value }) => value)).toContainEqual({ a: 1 })
  const number = expect.any(Number) as number
  const place = { line: number, column: number, from: number, to: number }
  expect(problems).toEqual([{ ...place, reason: expect.any(String) as string }])
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 9; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i > 1 ? i - 1 : ''}`)
        .join(', ')}]`,
    )
  expect(parseYaml(bomb.join('\n'))).toMatchObject({
    documents: [],
    problems: [{ line: 1, reason: expect.stringContaining('alias') as string }],
  })
})

it('knows what of the text is to be marked for a place', () => {
  const text = 'a: 1\nb:\n  c: long text\n  d: [1, 22]\n'
  const [document] = parseYaml(text).documents
  const marked = (pointer: string) => {
    const { from, to, line, column } = document!.placeOf(pointer)
    return [text.slice(from, to), line, column]
  }
  expect(marked('/a')).toEqual(['a: 1', 1, 1])
  expect(marked('/b')).toEqual(['b', 2, 1])
  expect(marked('/b/c')).toEqual(['c: long text', 3, 3])
  expect(marked('/b/d/1')).toEqual(['22', 4, 10])
  expect(marked('/b/x')).toEqual(['b', 2, 1])
})

it('tells where a text breaks off', () => {
  const [problem] = parseYaml('{\n  "a": [1,\n}').problems
  expect(problem).toMatchObject({ line: 3, column: 1 })
})
