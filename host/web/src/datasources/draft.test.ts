import { describe, expect, it } from 'vitest'
import { checkDraft, isFine, isSameDraft, newDraft, toDraft, toId, toResource } from './draft.ts'
import { prometheus, toStored } from './testing.ts'

const spec = { type: 'prometheus', options: { url: 'http://prom:9090', token: { $secret: 's1' } }, default: true }

describe('a draft', () => {
  it('of a new datasource has the title of its type and the defaults of its options', () => {
    expect(newDraft(prometheus)).toEqual({
      title: 'Prometheus',
      id: 'prometheus',
      isDefault: false,
      options: { method: 'POST' },
    })
  })

  it('becomes the resource that it came from, with all that the form does not show', () => {
    const stored = toStored(spec)
    expect(toResource(toDraft(stored, spec.options), prometheus, 'default', stored)).toEqual(stored.resource)
  })

  it('becomes a resource of the installed version of its options', () => {
    const { spec } = toResource(newDraft(prometheus), { ...prometheus, version: 3 }, 'default')
    expect(spec).toEqual({ type: 'prometheus', options: { method: 'POST' }, version: 3 })
  })

  it('is the same in whatever order its options stand', () => {
    const draft = newDraft(prometheus)
    const ab = { ...draft, options: { url: 'x', auth: { a: 1, b: [1, 2] } } }
    expect(isSameDraft(ab, { ...draft, options: { auth: { b: [1, 2], a: 1 }, url: 'x' } })).toBe(true)
    expect(isSameDraft(ab, { ...draft, options: { auth: { b: [2, 1], a: 1 }, url: 'x' } })).toBe(false)
  })

  it('accepts a secret that is stored', () => {
    expect(isFine(checkDraft(toDraft(toStored(spec), spec.options), prometheus))).toBe(true)
  })

  it('is told what is wrong at each field', () => {
    const problems = checkDraft({ title: ' ', id: 'Prom', isDefault: false, options: { method: 'PUT' } }, prometheus)
    expect(problems).toMatchObject({
      title: 'Give it a title.',
      id: expect.stringContaining('Lower case letters'),
      options: expect.arrayContaining([
        expect.objectContaining({ path: '/url', message: 'is missing' }),
        expect.objectContaining({ path: '/method' }),
      ]),
    })
    expect(checkDraft({ ...newDraft(prometheus), id: 'new' }, prometheus).id).toContain('taken by the host')
  })
})

it('makes an id of a title', () => {
  expect(['Prometheus (EU)', ' Zürich 2 ', '__x', '!!!', 'a'.repeat(200)].map(toId)).toEqual([
    'prometheus-eu',
    'zurich-2',
    'x',
    '',
    'a'.repeat(128),
  ])
})
