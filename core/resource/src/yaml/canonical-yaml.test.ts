import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText, type Resource } from '../index.ts'
import { canonicalYaml, parseYaml } from './index.ts'

const resource: Resource = {
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'main',
  id: 'a',
  metadata: { title: 'T' },
  spec: {},
}
const withSpec = (spec: unknown): Resource => ({ ...resource, spec })
const specLines = (spec: unknown) =>
  canonicalYaml(withSpec(spec))
    .split('spec:\n')[1]!
    .split('\n')
    .map((line) => line.slice(2))

/** What becomes of a text when it is written to a file and read again. */
const throughFile = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text))
const readBack = (spec: unknown) => {
  const text = throughFile(canonicalYaml(withSpec(spec)))
  const { documents, problems } = parseYaml(text)
  const read = documents.map(({ value }) => value as Resource)
  return { problems, json: read.map(canonicalText), isSame: read.every((each) => canonicalYaml(each) === text) }
}
const whole = (spec: unknown) => ({ problems: [], json: [canonicalText(withSpec(spec))], isSame: true })

it('writes keys in the order of the JSON text, with texts of several lines as blocks', () => {
  expect(canonicalYaml({ ...resource, spec: { text: 'one\n  two\n', list: [1, { b: 2, a: null }], none: {} } })).toBe(
    [
      'apiVersion: orrery.dev/v1',
      'id: a',
      'kind: note',
      'metadata:',
      '  title: T',
      'namespace: main',
      'spec:',
      '  list:',
      '    - 1',
      '    - a: null',
      '      b: 2',
      '  none: {}',
      '  text: |',
      '    one',
      '      two',
      '',
    ].join('\n'),
  )
})

it('keeps long lines whole', () => {
  const long = 'word '.repeat(100).trim()
  expect(specLines({ long, lines: `${long}\r\n${long}` })).toEqual([
    `lines: "${long}\\r\\n${long}"`,
    `long: ${long}`,
    '',
  ])
})

it('escapes what would steer a terminal', () => {
  expect(specLines({ title: 'a\u001b[31mred', lines: 'a\n\u0007b\n' })).toEqual([
    String.raw`lines: "a\n\ab\n"`,
    String.raw`title: "a\e[31mred"`,
    '',
  ])
})

it('quotes what any version of YAML would read as something else than text', () => {
  const texts = ['yes', 'No', 'on', 'null', '~', '', '1e3', '0x1f', '010', '1_000', '2020-01-01', '12:30:45', '.inf']
  const written = specLines(texts)
  for (const [index, text] of texts.entries()) expect(written[index]).toMatch(new RegExp(`^- ["']${text}["']$`))
  const keys = Object.fromEntries(texts.map((text) => [text, text]))
  expect(readBack(keys)).toEqual(whole(keys))
})

const hostile = [
  'yes',
  'null',
  '1e3',
  '2020-01-01',
  '<<',
  '__proto__',
  'a: b',
  'a #b',
  '#',
  '- a',
  '-',
  '? a',
  ': a',
  '*a',
  '&a',
  '!tag',
  '%a',
  '@a',
  '`a`',
  '{a}',
  '[a]',
  '|',
  '>',
  "'",
  '"',
  '\\',
  '---',
  '...',
  '---\na',
  ' a',
  'a ',
  '\ta',
  'a\t',
  '\n',
  '\n\n',
  ' \n',
  '  \na',
  '\n  \n a',
  '\n a',
  '\ta\nb',
  'a\n \nb',
  'a\n\n\n',
  'a\r\nb',
  '\r',
  'a\n\tb\n',
  '\0',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufeffa\nb',
  '\ud800',
  'a\n\udc00b',
  '😀',
  'ä\nö',
]

it.each(hostile.map((text) => [text]))('reads %j back as it was, as a value, a key, and in a list', (text) => {
  for (const spec of [{ value: text }, { [text]: text }, [text, [text], { [text]: { [text]: [text] } }]])
    expect(readBack(spec)).toEqual(whole(spec))
})

it('reads back any spec as it was, and writes it the same again', () => {
  const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string())
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
      fc.array(text, { maxLength: 4 }).map((lines) => lines.join('\n')),
    ),
  }))
  fc.assert(
    fc.property(tree, (spec) => {
      expect(readBack(spec)).toEqual(whole(spec))
    }),
    { numRuns: 300 },
  )
})
