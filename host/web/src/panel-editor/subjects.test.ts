import { shiftTimes } from '@orrery/query'
import { SeriesBuilder } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { countMatched, namesOf, subjectsOf } from './subjects.ts'

it('offers the names of now for series of earlier, which overrides match by these', () => {
  const now = new SeriesBuilder({ refId: 'A' }).add({ job: 'api' }, [0], [1]).add({ job: 'db' }, [0], [2]).build()
  const subjects = subjectsOf([shiftTimes(now, 60_000)], {})
  expect(namesOf(subjects)).toEqual(['api', 'value', 'db'])
  expect(countMatched({ type: 'byName', name: 'db' }, subjects)).toEqual({ count: 1 })
})
