import { defineTable, longText, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { formatString } from './format-string.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ s: text(), l: longText(), n: number() }).fromRows([
  { s: 'hello big_world', l: ' x ', n: 1 },
  { s: '  fooBar 12x ', l: null, n: 2 },
  { s: null, l: 'Éa ß', n: 3 },
])
const made = (options: object, column = 's') =>
  cellsOf(applyTo(formatString, [table], { field: column, ...options }).frames[0])!.find(
    ([name]) => name === column,
  )![1]

describe('formatString', () => {
  copesWithOddFrames(formatString)
  copesWithOddFrames(formatString, { field: 'host', format: 'upper' })
  copesWithOddFrames(formatString, { field: 'body', format: 'substring', from: 1, to: 0 })

  it.each([
    ['upper', 'HELLO BIG_WORLD', '  FOOBAR 12X '],
    ['lower', 'hello big_world', '  foobar 12x '],
    ['sentence', 'Hello big_world', '  fooBar 12x '],
    ['title', 'Hello Big_world', '  Foobar 12x '],
    ['pascal', 'HelloBig_world', 'Foobar12x'],
    ['camel', 'helloBig_world', 'foobar12x'],
    ['snake', 'hello_big_world', '__foobar_12x_'],
    ['kebab', 'hello-big_world', '--foobar-12x-'],
    ['trim', 'hello big_world', 'fooBar 12x'],
  ])('makes %s of texts', (format, first, second) => {
    expect(made({ format })).toEqual([first, second, null])
  })

  it('takes parts of texts, and texts that hardly repeat', () => {
    expect(made({ format: 'substring', from: 1, to: 4 })).toEqual(['ell', ' fo', null])
    expect(made({ format: 'trim' }, 'l')).toEqual(['x', null, 'Éa ß'])
    expect(made({ format: 'upper' }, 'l')).toEqual([' X ', null, 'ÉA SS'])
  })

  it('makes one of texts that become equal', () => {
    const frame = defineTable({ s: text() }).fromRows([{ s: 'a' }, { s: 'A' }])
    const column = applyTo(formatString, [frame], { field: 'S' }).frames[0]!.fields.get('s')
    expect(column).toMatchObject({ codes: Int32Array.of(0, 0) })
  })

  it('changes labels of series', () => {
    const series = new SeriesBuilder().add({ host: 'a' }, [0], [1]).add({ host: 'b' }, [0], [1]).build()
    expect(namesOf(applyTo(formatString, [series], { field: 'host' }).frames)).toEqual(['A', 'B'])
  })

  it('says what it cannot change', () => {
    const textOf = (field: string) => applyTo(formatString, [table], { field }).notices[0]!.text
    expect(textOf('n')).toBe('Field "n" holds no text, and stays as it is.')
    expect(textOf('x')).toBe('There is no field "x".')
  })
})
