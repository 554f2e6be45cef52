import { expect, it } from 'vitest'
import { draftOf, newDraft, readDraft } from './annotation-draft.ts'

const NINE = Date.UTC(2026, 10, 22, 9)
const at = { dashboard: 'home', panel: 'cpu', zone: 'Europe/Berlin' }

it('is what was marked, with times as people read them', () => {
  const draft = { ...newDraft({ time: NINE, timeEnd: NINE + 60_000 }, at), text: ' Down \n', tags: ['api'] }
  expect(draft).toMatchObject({ from: '2026-11-22 10:00:00', to: '2026-11-22 10:01:00' })
  const body = { dashboard: 'home', time: NINE, timeEnd: NINE + 60_000, text: 'Down', tags: ['api'] }
  expect(readDraft(draft, at.zone)).toEqual({ body })
  expect(readDraft({ ...draft, isOfPanel: true }, at.zone)).toEqual({ body: { ...body, panel: 'cpu' } })
  expect(readDraft({ ...draft, to: ' ' }, at.zone).body).not.toHaveProperty('timeEnd')
})

it('comes back from a record as it was written', () => {
  const body = { dashboard: 'home', panel: 'cpu', time: NINE, text: 'Down\nAll of it', tags: ['api'] }
  const record = { ...body, id: 'a', createdBy: 'user:ada', createdAt: '', updatedBy: 'user:ada', updatedAt: '' }
  expect(readDraft(draftOf(record, { panel: 'memory', zone: 'UTC' }), 'UTC')).toEqual({ body })
})

it('says what is wrong with its times, and waits for a text', () => {
  const draft = { ...newDraft({ time: NINE }, at), text: 'Down' }
  expect(readDraft({ ...draft, text: ' ' }, 'UTC')).toEqual({})
  expect(readDraft({ ...draft, from: 'soon', to: 'later' }, 'UTC')).toEqual({
    fromProblem: expect.stringContaining('soon') as string,
    toProblem: expect.stringContaining('later') as string,
  })
  expect(readDraft({ ...draft, to: '2026-11-22 08:00' }, at.zone)).toEqual({
    toProblem: 'The end lies before the begin.',
  })
})
