import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText, revisionOf, type Resource } from './index.ts'
import { sha256 } from './sha256.ts'

const resource: Resource = {
  spec: { b: 1, a: [{ d: null, c: 'x' }] },
  metadata: { title: 'T' },
  id: 'a',
  namespace: 'main',
  kind: 'note',
  apiVersion: 'orrery.dev/v1',
}

it('writes keys in order, with a newline at the end', () => {
  expect(canonicalText(resource)).toBe(
    '{\n  "apiVersion": "orrery.dev/v1",\n  "id": "a",\n  "kind": "note",\n  "metadata": {\n    "title": "T"\n  },\n  "namespace": "main",\n  "spec": {\n    "a": [\n      {\n        "c": "x",\n        "d": null\n      }\n    ],\n    "b": 1\n  }\n}\n',
  )
})

it('is the same text after a round trip, for any spec', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (spec) => {
      const text = canonicalText({ ...resource, spec })
      expect(canonicalText(JSON.parse(text) as Resource)).toBe(text)
    }),
  )
})

it('hashes as SHA-256 does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const expected = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
      expect(sha256(bytes)).toBe(Array.from(expected, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    }),
  )
})

it('has a revision of 32 hexadecimal digits that changes with the text', () => {
  expect(revisionOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb924')
  expect(revisionOf(canonicalText(resource))).not.toBe(revisionOf(canonicalText({ ...resource, id: 'b' })))
})
