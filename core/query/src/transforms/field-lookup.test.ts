import { defineTable, longText, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { fieldLookup } from './field-lookup.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const idsOf = (places: string, ...texts: (string | null)[]) => {
  const frame = defineTable({ at: longText() }).fromRows(texts.map((at) => ({ at })))
  return cellsOf(applyTo(fieldLookup, [frame], { field: 'at', places }).frames[0])![1]![1]
}

describe('fieldLookup', () => {
  copesWithOddFrames(fieldLookup)
  copesWithOddFrames(fieldLookup, { field: 'host' })
  copesWithOddFrames(fieldLookup, { field: 'body', places: 'usStates' })

  it('puts what is known of states behind the field', () => {
    const frame = defineTable({ Location: text(), Values: number() }).fromRows([
      { Location: 'AL', Values: 0 },
      { Location: 'Arkansas', Values: 1 },
      { Location: 'Somewhere', Values: 2 },
    ])
    const { frames, notices } = applyTo(fieldLookup, [frame], { field: 'location', places: 'usStates' })
    expect(cellsOf(frames[0])).toEqual([
      ['Location', ['AL', 'Arkansas', 'Somewhere']],
      ['ID', ['AL', 'AR', null]],
      ['Name', ['Alabama', 'Arkansas', null]],
      ['Lng', [-86.8, -92.4, null]],
      ['Lat', [32.8, 34.8, null]],
      ['Values', [0, 1, 2]],
    ])
    expect(notices.map(({ text: said }) => said)).toEqual(['No place is known by "Somewhere".'])
  })

  it('finds countries by codes and names, whatever their case and accents', () => {
    expect(
      idsOf(
        'countries',
        'de',
        'DEU',
        ' Germany',
        'the netherlands',
        'Cote dIvoire',
        'TURKEY',
        'UK',
        'Guinea-Bissau',
        null,
        '',
      ),
    ).toEqual(['DE', 'DE', 'DE', 'NL', 'CI', 'TR', 'GB', 'GW', null, null])
    expect(idsOf('countries', 'Georgia', 'GA')).toEqual(['GE', 'GA'])
    expect(idsOf('usStates', 'Georgia', 'GA')).toEqual(['GA', 'GA'])
  })

  it('finds the labels of series', () => {
    const series = new SeriesBuilder().add({ country: 'FR' }, [0], [1]).build()
    expect(cellsOf(applyTo(fieldLookup, [series], { field: 'country' }).frames[0])!.map(([name]) => name)).toEqual([
      'country',
      'ID',
      'Name',
      'Lng',
      'Lat',
      'time',
      'value',
    ])
  })

  it('says which field is not there, and how many texts are no place', () => {
    const textOf = (field: string) => {
      const rows = ['p', 'q', 'r', 's', 't'].map((at) => ({ at: `${at}${at}${at}` }))
      return applyTo(fieldLookup, [defineTable({ at: text() }).fromRows(rows)], { field }).notices[0]!.text
    }
    expect(textOf('nope')).toBe('There is no field "nope" of texts: nothing is looked up.')
    expect(textOf('at')).toBe('No place is known by "ppp", "qqq", "rrr" and 2 more texts.')
  })
})
