import { addCatalogue } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { problemText } from './problem-text.ts'

const told = { code: 'HTTP_TIMEOUT', detail: 'a did not answer within 5 s.', params: { origin: 'a', seconds: 5 } }

it('says what it was told, until the language has the code', () => {
  expect(problemText(told)).toBe('a did not answer within 5 s.')
  addCatalogue('@orrery/web', {
    locale: 'de',
    texts: { HTTP_TIMEOUT: '{origin} hat nicht in {seconds} s geantwortet.' },
  })
  expect(problemText(told)).toBe('a hat nicht in 5 s geantwortet.')
  expect(problemText({ ...told, code: 'OTHER' })).toBe(told.detail)
})

it('says what it was told where a value is missing', () => {
  addCatalogue('@orrery/web', {
    locale: 'de',
    texts: { HTTP_TIMEOUT: '{origin} hat nicht in {seconds} s geantwortet.' },
  })
  expect(problemText({ ...told, params: { origin: 'a', seconds: {} } })).toBe(told.detail)
})
