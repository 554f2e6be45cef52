import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import type { VariableOf } from '../variable.ts'
import { finishOptions, optionsOfExpression, optionsOfFrames, ownOptions, type FindAll } from './options.ts'

const find: FindAll = (pattern, texts) =>
  texts.map((each) => {
    const found = new RegExp(pattern).exec(each)
    return found
      ? { match: found[0], first: found[1], value: found.groups?.['value'], text: found.groups?.['text'] }
      : undefined
  })
const query: VariableOf<'query'> = { type: 'query', name: 'q', datasource: 'd', query: {} }
const finish = (variable: Partial<typeof query>, values: readonly string[], scope = {}) =>
  finishOptions(
    { ...query, ...variable },
    values.map((value) => ({ value })),
    scope,
    find,
  )
const values = (options: readonly { value: string }[]) => options.map(({ value }) => value)

describe('optionsOfFrames', () => {
  it('reads a table by its columns, each value once', () => {
    const hosts = defineTable({ text: text(), value: text(), zone: text(), cores: number() })
    const frame = hosts.fromRows([
      { text: 'Web 1', value: 'w1', zone: 'eu', cores: 4 },
      { text: 'w2', value: 'w2', zone: 'us', cores: 8 },
      { text: 'again', value: 'w1', zone: 'us', cores: 1 },
    ])
    expect(optionsOfFrames([frame])).toEqual([
      { value: 'w1', text: 'Web 1', properties: { zone: 'eu', cores: '4' } },
      { value: 'w2', properties: { zone: 'us', cores: '8' } },
    ])
  })

  it('takes the only column, whatever it is called', () => {
    expect(optionsOfFrames([defineTable({ name: text() }).fromRows([{ name: 'a' }, { name: 'b' }])])).toEqual([
      { value: 'a' },
      { value: 'b' },
    ])
  })

  it('names series by their labels', () => {
    const frame = new SeriesBuilder({ fields: { value: number() } })
      .add({ __name__: 'up', job: 'api' }, [1], [1])
      .add({ __name__: 'up', job: 'web' }, [1], [1])
      .build()
    expect(optionsOfFrames([frame])[0]).toEqual({ value: 'up{job="api"}', properties: { job: 'api' } })
  })
})

describe('optionsOfExpression', () => {
  const numbers = defineTable({ host: text(), value: number() })

  it('takes what tells numbers apart, and leaves out those that are missing or infinite', () => {
    const frame = numbers.fromRows([
      { host: 'a', value: 1 },
      { host: 'b', value: null },
      { host: 'c', value: NaN },
      { host: 'e', value: Infinity },
      { host: 'd', value: 0 },
    ])
    expect(optionsOfExpression([frame])).toEqual([
      { value: 'a', properties: { host: 'a', number: '1' } },
      { value: 'd', properties: { host: 'd', number: '0' } },
    ])
  })

  it('takes all labels where there are several, and the number where there is none', () => {
    const several = defineTable({ host: text(), zone: text(), value: number() })
    const none = defineTable({ value: number() })
    const frames = [several.fromRows([{ host: 'a', zone: 'eu', value: 1 }]), none.fromRows([{ value: 2.5 }])]
    expect(values(optionsOfExpression(frames))).toEqual(['{host="a",zone="eu"}', '2.5'])
  })

  it('takes the labels of series, and nothing of one that has none', () => {
    const frame = new SeriesBuilder({ fields: { value: number() } })
      .add({ host: 'a' }, [1], [1])
      .add({}, [1], [1])
      .build()
    expect(optionsOfExpression([frame])).toEqual([{ value: 'a', properties: { host: 'a' } }])
  })
})

describe('finishOptions', () => {
  it.each<[string, Partial<typeof query>, readonly object[]]>([
    ['the whole match', { regex: 'web' }, [{ value: 'web' }]],
    ['the first group', { regex: 'web-(\\d+)' }, [{ value: '2' }, { value: '10' }]],
    [
      'named groups',
      { regex: '^(?<text>\\w+)-(?<value>\\d+)$' },
      [
        { value: '2', text: 'web' },
        { value: '10', text: 'web' },
      ],
    ],
    [
      'the text',
      { regex: '\\d+', applyTo: 'text' },
      [
        { value: 'web-2', text: '2' },
        { value: 'web-10', text: '10' },
      ],
    ],
  ])('keeps what a pattern finds: %s', (_, variable, expected) => {
    expect(finish(variable, ['web-2', 'web-10', 'db'])).toEqual(expected)
  })

  it('takes the values of variables for what they are in a pattern', () => {
    expect(values(finish({ regex: '^$a-(.*)$' }, ['x.y-1', 'xzy-2'], { a: 'x.y' }))).toEqual(['1'])
  })

  it.each([
    [undefined, ['b10', 'B2', 'a', 'b2']],
    ['alphabetical', ['B2', 'a', 'b10', 'b2']],
    ['alphabetical-desc', ['b2', 'b10', 'a', 'B2']],
    ['caseless', ['a', 'b10', 'B2', 'b2']],
    ['natural', ['a', 'B2', 'b2', 'b10']],
    ['natural-desc', ['b10', 'B2', 'b2', 'a']],
    ['numerical', ['B2', 'b2', 'b10', 'a']],
    ['numerical-desc', ['a', 'b10', 'b2', 'B2']],
  ] as const)('sorts %s', (sort, expected) => {
    expect(values(finish(sort ? { sort } : {}, ['b10', 'B2', 'a', 'b2']))).toEqual(expected)
  })

  it('puts further options first, last or among the others', () => {
    const staticOptions = [{ value: 'm' }, { value: 'a' }]
    const placed = (staticPlace: 'before' | 'after' | 'sorted') =>
      values(finish({ staticOptions, staticPlace, sort: 'alphabetical' }, ['z', 'a'])).join('')
    expect([placed('before'), placed('after'), placed('sorted')]).toEqual(['maz', 'azm', 'amz'])
  })
})

it('ownOptions fills in other variables', () => {
  const options = [{ value: '$env-a', text: 'A of $env' }, { value: 'b' }]
  expect(ownOptions({ type: 'choice', name: 'c', options }, { env: { value: 'p', text: 'Prod' } })).toEqual([
    { value: 'p-a', text: 'A of Prod' },
    { value: 'b' },
  ])
})
