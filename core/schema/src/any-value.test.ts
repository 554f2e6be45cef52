import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  mapSecrets,
  refsOf,
  Ref,
  Secret,
  secretPaths,
  storedSchema,
  Type,
  validate,
  Variants,
  withDefaults,
} from './index.ts'

const Document = Type.Object({
  name: Type.String({ default: 'x' }),
  auth: Variants([
    Type.Object({ type: Type.Literal('none') }),
    Type.Object({ type: Type.Literal('basic'), password: Secret({ title: 'Password' }) }),
  ]),
  queries: Type.Array(Type.Object({ source: Ref('datasource', { title: 'Source' }) })),
  labels: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})

const near = fc.record({
  name: fc.oneof(fc.string(), fc.jsonValue()),
  auth: fc.oneof(
    fc.record({ type: fc.constantFrom('none', 'basic', 'other'), password: fc.jsonValue() }),
    fc.jsonValue(),
  ),
  queries: fc.oneof(fc.array(fc.record({ source: fc.jsonValue() })), fc.jsonValue()),
  labels: fc.dictionary(fc.string(), fc.jsonValue()),
})
const document = fc.oneof(near, fc.jsonValue())

it('any JSON is answered, and left as it was', () => {
  fc.assert(
    fc.property(document, (value) => {
      const before = JSON.stringify(value)
      const { ok } = validate(Document, value)
      expect(validate(Document, value).ok).toBe(ok)
      expect(!ok || validate(storedSchema(Document), value).ok).toBe(true)
      withDefaults(Document, value)
      refsOf(Document, value)
      expect(JSON.stringify(value)).toBe(before)
    }),
  )
})

it('no secret survives its removal', () => {
  fc.assert(
    fc.property(document, (value) => {
      expect(
        secretPaths(
          Document,
          mapSecrets(Document, value, () => undefined),
        ),
      ).toEqual([])
    }),
  )
})
