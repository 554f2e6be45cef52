import { validate } from '@orrery/schema'
import { describe, expect, it } from 'vitest'
import { QueryBatch, ResourceBody, Setup } from './index.ts'

const batch = (item: object) => ({ range: { from: 0, to: 60_000 }, timeZone: 'UTC', items: [item] })
const panel = { type: 'panel', id: 'a', panel: 'cpu', width: 800 }

describe('a batch of queries', () => {
  it('names panels, and has no room for query text beside them', () => {
    expect(validate(QueryBatch, batch(panel)).ok).toBe(true)
    expect(validate(QueryBatch, batch({ ...panel, query: { expr: 'up' } }))).toMatchObject({
      ok: false,
      problems: [{ path: '/items/0/query' }],
    })
  })

  it.each([
    ['no items', { ...batch(panel), items: [] }, '/items'],
    ['a time zone that is none', { ...batch(panel), timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['an item of no known type', batch({ type: 'page' }), '/items/0/type'],
    ['a panel without an id', batch({ ...panel, id: '' }), '/items/0/id'],
    ['a width that is none', batch({ ...panel, width: 0 }), '/items/0/width'],
  ])('is refused with %s, by its place', (_, body, path) => {
    expect(validate(QueryBatch, body)).toMatchObject({ ok: false, problems: [{ path }] })
  })
})

it('takes ids that are slugs, and nothing beside the envelope', () => {
  const body = {
    apiVersion: 'orrery.dev/v1',
    kind: 'folder',
    namespace: 'default',
    id: 'team-a',
    metadata: { title: 'A' },
    spec: {},
  }
  expect(validate(ResourceBody, body).ok).toBe(true)
  expect(validate(ResourceBody, { ...body, id: '../etc' })).toMatchObject({ ok: false, problems: [{ path: '/id' }] })
  expect(validate(ResourceBody, { ...body, status: {} })).toMatchObject({ ok: false, problems: [{ path: '/status' }] })
})

it('asks for a password of eight characters', () => {
  const setup = { token: 't', name: 'ada', password: '1234567' }
  expect(validate(Setup, setup)).toMatchObject({ ok: false, problems: [{ path: '/password' }] })
  expect(validate(Setup, { ...setup, password: '12345678' }).ok).toBe(true)
})
