import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reference } from '../../docs/generate/reference.ts'
import { listErrors } from '../../docs/generate/errors.ts'
import { root } from '../support/packages.ts'

it('is what the code says; run `npm run docs` after a change', async () => {
  for (const [name, text] of Object.entries(await reference()))
    expect(readFileSync(join(root, 'docs/reference', name), 'utf8'), name).toBe(text)
})

it('has each error code once', async () => {
  const codes = (await listErrors()).map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)])
})
