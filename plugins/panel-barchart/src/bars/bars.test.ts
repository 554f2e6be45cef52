import { defaultsOf, defineTable, number, SeriesBuilder, text, time, type FieldConfig, type Frame } from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { Options } from '../options.ts'
import { toBarAxes } from './bar-axes.ts'
import { barColors } from './colors.ts'
import { barAt, layOutBars } from './layout.ts'
import { readBars } from './read-bars.ts'
import { extentOf, stackBars } from './stack.ts'
import { createValueAxis } from './value-axis.ts'

// All options have defaults.
const defaults = defaultsOf(Options) as Options
const read = (frames: readonly Frame[], patch: Partial<Options> = {}, config: FieldConfig = {}) =>
  readBars({
    frames,
    fieldConfig: { defaults: config, overrides: [] },
    options: { ...defaults, ...patch },
    timeZone: 'UTC',
  })
/** Each category with its values by group. */
const tell = (...given: Parameters<typeof read>) => {
  const { categories, groups } = read(...given)
  return categories.map((category, i) => [category.text, ...groups.map(({ name, values }) => `${name} ${values[i]}`)])
}
const Shops = defineTable({ shop: text(), sold: number(), lost: number(), at: time() })
const shops = Shops.fromRows([
  { shop: 'Bern', sold: 3, lost: 1, at: 0 },
  { shop: 'Basel', sold: null, lost: -2, at: 60_000 },
])

describe('bars', () => {
  it('are the numbers of the rows of a table, named by its first texts', () => {
    expect(tell([shops])).toEqual([
      ['Bern', 'sold 3', 'lost 1'],
      ['Basel', 'sold NaN', 'lost -2'],
    ])
  })

  it('may be named by times', () => {
    expect(tell([shops], { xField: 'at' }).map(([name]) => name)).toEqual(['00:00:00', '00:01:00'])
  })

  it('are named by the labels of numeric results that differ', () => {
    const result = defineTable({ job: text(), path: text(), value: number() }, 'numeric')
    const frame = result.fromRows([
      { job: 'api', path: '/a', value: 1 },
      { job: 'api', path: '/b', value: 2 },
    ])
    expect(tell([frame]).map(([name]) => name)).toEqual(['/a', '/b'])
  })

  it('of several frames stand together by name; rows of one name in a frame do not', () => {
    const costs = defineTable({ shop: text(), costs: number() })
    const frame = costs.fromRows([
      { shop: 'Basel', costs: 5 },
      { shop: 'Basel', costs: 6 },
    ])
    expect(tell([shops, frame])).toEqual([
      ['Bern', 'sold 3', 'lost 1', 'costs NaN'],
      ['Basel', 'sold NaN', 'lost -2', 'costs 5'],
      ['Basel', 'sold NaN', 'lost NaN', 'costs 6'],
    ])
  })

  it('of series are one each, or stand at each time', () => {
    const cpu = new SeriesBuilder()
      .add({ mode: 'user' }, [0, 1000], [1, 3])
      .add({ mode: 'idle' }, [0, 1000], [5, null])
      .build()
    expect(tell([cpu])).toEqual([
      ['user', 'Last 3'],
      ['idle', 'Last 5'],
    ])
    expect(tell([cpu], { calculation: 'max' })[0]).toEqual(['user', 'Highest 3'])
    expect(tell([cpu], { series: 'times' })).toEqual([
      ['00:00:00.000', 'user 1', 'idle 5'],
      ['00:00:01.000', 'user 3', 'idle NaN'],
    ])
  })

  it('are ten thousand at most, and say so', () => {
    const many = defineTable({ a: number(), b: number() })
    const frame = many.fromColumns({ a: new Float64Array(6000), b: new Float64Array(6000) })
    const { categories, notices } = read([frame])
    expect([categories.length, notices[0]?.text]).toEqual([5000, expect.stringContaining('first 5000 of 6000 names')])
  })
})

describe('stacks', () => {
  const bars = (stacking: Options['stacking']) => {
    const content = read([shops])
    return stackBars(content, stacking, () => 0).map(({ from, to }) => [from, to])
  }

  it('add up away from zero on each side', () => {
    expect([bars('none'), bars('normal')]).toEqual([
      [
        [NaN, 3],
        [NaN, 1],
        [NaN, -2],
      ],
      [
        [0, 3],
        [3, 4],
        [0, -2],
      ],
    ])
  })

  it('may be shares of a whole', () => {
    expect(bars('percent')).toEqual([
      [0, 0.75],
      [0.75, 1],
      [0, -1],
    ])
  })

  it('of several axes stand beside each other', () => {
    const content = read([shops])
    expect(stackBars(content, 'normal', ({ group }) => group).map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [0, 1],
      [0, -2],
    ])
  })

  it('of nothing but zeros have no length', () => {
    const zeros = read([defineTable({ a: number() }).fromRows([{ a: 0 }])])
    const stacked = stackBars(zeros, 'percent', () => 0)
    expect([stacked.map(({ to }) => to), extentOf(stacked), extentOf([])]).toEqual([
      [0],
      { low: 0, high: 0 },
      { low: 0, high: 1 },
    ])
  })
})

describe('the picture', () => {
  function pictureOf(patch: Partial<Options> = {}, names = ['Bern', 'Basel']) {
    const frame = Shops.fromRows(names.map((shop, i) => ({ shop, sold: i + 1, lost: 1, at: 0 })))
    const content = read([frame])
    const bars = stackBars(content, 'none', () => 0)
    const [axis] = toBarAxes(content.groups, false).axes
    return layOutBars({
      bars,
      texts: names,
      lanes: 2,
      laneOf: ({ group }) => group,
      axes: [{ ...axis!, axis: createValueAxis(extentOf(bars), axis!, {}, 'UTC'), color: undefined }],
      options: { ...defaults, ...patch },
      width: 400,
      height: 200,
      measure: (word) => 6 * word.length,
    })
  }

  it('has bars beside each other from the foot of the plot, and names below them', () => {
    const { bars, plot, names } = pictureOf()
    const foot = plot.top + plot.height
    expect(bars.map(({ top, height }) => Math.round(top + height))).toEqual(bars.map(() => Math.round(foot)))
    expect(bars.map(({ left }) => left)).toEqual(bars.map(({ left }) => left).toSorted((a, b) => a - b))
    expect(names.map(({ text: name }) => name)).toEqual(['Bern', 'Basel'])
  })

  it('lies where names are long, or where one says so', () => {
    const long = ['a rather long name of something', 'another name that is as long as that', 'and a third']
    expect([
      pictureOf({}, long).isUpright,
      pictureOf({ orientation: 'vertical' }, long).isUpright,
      pictureOf({ orientation: 'horizontal' }).isUpright,
    ]).toEqual([false, true, false])
  })

  it('shortens names, and leaves out those without room', () => {
    const many = Array.from({ length: 100 }, (_, i) => `name ${i}`)
    expect(pictureOf({ orientation: 'vertical' }, many).names.length).toBeLessThan(20)
    const xTicks = { rotation: -90, maxLength: 3, spacing: 100 }
    const { names } = pictureOf({ orientation: 'vertical', xTicks }, many)
    expect([names[0]?.text, names.length < 6]).toEqual(['nam…', true])
  })

  it('finds the bar at a place, the nearest of its category', () => {
    const picture = pictureOf()
    const [, second] = picture.bars
    expect(barAt(picture, second!.left + 1, picture.plot.top)?.bar).toMatchObject({ category: 0, group: 1 })
    expect(barAt(picture, 0, 0)).toBeUndefined()
  })
})

describe('colours', () => {
  const colorsOf = (...given: Parameters<typeof read>) => {
    const content = read(...given)
    const color = barColors(content, 'dark')
    return content.groups.flatMap(({ values }, group) => content.categories.map((_, i) => color(i, group, values[i]!)))
  }
  const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 2, color: 'red' }] }

  it('are those of groups, of thresholds, or of a mapping', () => {
    const own = colorsOf([shops])
    expect([own[0] === own[1], own[0] === own[2]]).toEqual([true, false])
    expect(colorsOf([shops], {}, { color: { type: 'thresholds' }, thresholds }).slice(2)).toEqual([
      '#4cc38a',
      '#4cc38a',
    ])
    const mappings = [{ type: 'range' as const, from: 0, to: 9, color: 'blue' }]
    expect(colorsOf([shops], {}, { mappings })[0]).toBe('#7aa2ff')
  })

  it('may be those of another column', () => {
    const [first, second] = colorsOf([shops], { colorByField: 'shop' })
    expect(first).not.toBe(second)
    expect(read([shops], { colorByField: 'lost' }).groups.map(({ name }) => name)).toEqual(['sold'])
  })
})
