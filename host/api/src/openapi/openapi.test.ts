import { expect, it } from 'vitest'
import { addresses, kinds, openApi } from '../index.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name?: string; readonly in?: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
// The test reads of it what an OpenAPI document has.
const document = openApi({ title: 'Orrery', version: '1' }) as unknown as Document
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

it('has each address once, under a name of its own', () => {
  expect(operations).toHaveLength(addresses().length)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
})

it('says for each kind what its resources hold', () => {
  for (const { kind, plural, spec } of kinds) {
    const { put } = document.paths[`/api/v1/ns/{ns}/${plural}/{id}`]!
    const name = kind.charAt(0).toUpperCase() + kind.slice(1)
    expect(put).toMatchObject({
      operationId: `put${name}`,
      requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
    })
    expect(document.components['schemas']![name]).toMatchObject({
      properties: { kind: { const: kind }, spec: { type: 'object' } },
    })
    expect(JSON.stringify(document.components['schemas']![name])).toContain(JSON.stringify(Object.keys(spec)[0]))
  }
})

it('keeps what a form needs', () => {
  expect(JSON.stringify(document)).toContain('"x-ref":"folder"')
})

it('refers only to what it has', () => {
  const text = JSON.stringify(document)
  for (const [, section, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
    expect(document.components[section!], name).toHaveProperty(name!)
})
