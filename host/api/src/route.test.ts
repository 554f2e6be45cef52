import { describe, expect, it } from 'vitest'
import { routes, type Route } from './index.ts'

const table: [string, Route][] = Object.entries(routes)

describe.each(table)('%s', (_, { method, path, params, body, answers, summary }) => {
  it('states the parameters of its path', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params?.properties ?? {})).toEqual(inPath)
  })

  it('answers when it succeeds, and takes no body where none is read', () => {
    const statuses = Object.keys(answers).map(Number)
    expect(statuses.length).toBeGreaterThan(0)
    expect(statuses.every((status) => status >= 200 && status < 300)).toBe(true)
    if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined()
    expect(summary).not.toMatch(/\.$/)
  })
})

it('has each address once', () => {
  const addresses = table.map(([, { method, path }]) => `${method} ${path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})
