import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { renameByRegex } from './rename-by-regex.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ cpu_total: number(), mem_total: number(), host: text() }).fromRows([
  { cpu_total: 1, mem_total: 2, host: 'a' },
])
const series = (refId: string, ...hosts: string[]) => {
  const builder = new SeriesBuilder({ refId })
  for (const host of hosts) builder.add({ host }, [0], [1])
  return builder.build()
}
const columnsOf = (options: object) =>
  cellsOf(applyTo(renameByRegex, [table], options).frames[0])!.map(([name]) => name)

describe('renameByRegex', () => {
  copesWithOddFrames(renameByRegex)
  copesWithOddFrames(renameByRegex, { pattern: '(.*)e', replacement: 'same' })

  it('renames the columns whose whole name matches, with groups', () => {
    expect(columnsOf({ pattern: '(.*)_total', replacement: '$1' })).toEqual(['cpu', 'mem', 'host'])
    expect(columnsOf({ pattern: '(?<what>cpu).*', replacement: '$<what> %' })).toEqual(['cpu %', 'mem_total', 'host'])
    expect(columnsOf({ pattern: 'total', replacement: 'x' })).toEqual(['cpu_total', 'mem_total', 'host'])
  })

  it('finds what stands between slashes anywhere', () => {
    expect(columnsOf({ pattern: '/T/gi', replacement: '-' })).toEqual(['cpu_-o-al', 'mem_-o-al', 'hos-'])
  })

  it('tells columns apart that would be called the same', () => {
    expect(columnsOf({ pattern: '.*_total', replacement: 'total' })).toEqual(['total', 'total (2)', 'host'])
  })

  it('gives series display names, and the others keep theirs', () => {
    const frames = [series('A', 'a', 'b'), series('B', 'c')]
    const made = applyTo(renameByRegex, frames, { pattern: '(a|b)', replacement: 'host $1' }).frames
    expect(namesOf(made)).toEqual(['host a', 'host b', 'c'])
    expect(made.map((frame) => frame.kind === 'series' && frame.labels.get('host')!.at(0))).toEqual(['a', 'c'])
    expect(made[0]).toMatchObject({ axis: frames[0]!.axis, fields: frames[0]!.fields })
  })

  it('takes a frame of several fields apart where one of them changes', () => {
    const builder = new SeriesBuilder({ fields: { mean: number(), max: number() } })
    builder.add({ host: 'a' }, [0], { mean: [1], max: [2] })
    const frame = builder.build()
    const made = applyTo(renameByRegex, [frame], { pattern: 'mean(.*)', replacement: 'average$1' }).frames
    expect(namesOf(made)).toEqual(['average', 'max'])
    expect(made.map((one) => [...one.fields.keys()])).toEqual([['mean'], ['max']])
    expect(applyTo(renameByRegex, [frame], { pattern: 'x', replacement: 'y' }).frames[0]).toBe(frame)
  })

  it('leaves everything as it is when the pattern is none, and says so', () => {
    const { frames, notices } = applyTo(renameByRegex, [table], { pattern: '(', replacement: 'x' })
    expect(frames[0]).toBe(table)
    expect(notices).toEqual([{ severity: 'warning', text: '"(" is no regular expression, and matches nothing.' }])
  })
})
