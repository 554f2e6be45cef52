import { Type } from '@orrery/schema'
import { expect, it } from 'vitest'
import { checkResource, defineKind, ResourceError } from './index.ts'

const Note = defineKind({
  kind: 'note',
  plural: 'notes',
  title: 'Note',
  apiVersion: 'orrery.dev/v1',
  spec: Type.Object({ text: Type.String() }, { additionalProperties: false }),
})
const good = {
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'main',
  id: 'a',
  metadata: { title: 'A' },
  spec: { text: 'x' },
}

const problemsOf = (body: unknown) => {
  try {
    checkResource(Note, body)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ResourceError)
    expect(error).toMatchObject({ code: 'RESOURCE_INVALID', status: 400 })
    return (error as { params: { problems: { path: string }[] } }).params.problems.map(({ path }) => path)
  }
}

it('gives the resource, typed by its kind', () => {
  expect(checkResource(Note, good).spec.text).toBe('x')
})

it('names the place of every problem', () => {
  expect(problemsOf({ ...good, id: 'Not An Id', spec: { text: 1 } })).toEqual(['/id', '/spec/text'])
  expect(problemsOf({ ...good, metadata: { title: '' } })).toEqual(['/metadata/title'])
})

it('refuses another kind, another version, and what is no object', () => {
  expect(problemsOf({ ...good, kind: 'memo' })).toEqual(['/kind'])
  expect(problemsOf({ ...good, apiVersion: 'orrery.dev/v9' })).toEqual(['/apiVersion'])
  for (const body of [undefined, null, 7, 'text', []]) expect(problemsOf(body).length).toBeGreaterThan(0)
})

it('refuses what the envelope does not have', () => {
  expect(problemsOf({ ...good, status: 'fine' }).length).toBe(1)
})
