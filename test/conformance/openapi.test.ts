import { openApi } from '@orrery/api'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'

it('describes the API in an OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  const document = structuredClone(openApi({ title: 'Orrery', version: '1' })) as Record<string, unknown>
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})
