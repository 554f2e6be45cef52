import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { beforeAll, expect, it } from 'vitest'
import { packAll } from '../support/pack.ts'
import { packages, root } from '../support/packages.ts'

const run = promisify(execFile)
let tarballs: ReadonlyMap<string, string>

beforeAll(async () => {
  tarballs = await packAll()
})

const published = packages.filter(({ json }) => !json.private)
const typed = published.filter(({ json }) => JSON.stringify(json.exports).includes('.d.ts'))

it.each(published)('$name has nothing that publint would change', async ({ name }) => {
  const file = readFileSync(tarballs.get(name)!)
  const { messages } = await publint({
    pack: { tarball: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) },
    strict: true,
  })
  expect(messages).toEqual([])
})

it.each(typed)('$name has types that every way of importing it finds', async ({ name }) => {
  const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
  const styles = name === '@orrery/ui' ? ['--exclude-entrypoints', './style.css', './tokens.css'] : []
  // It ends with 1 for a problem that the profile does not allow, and says which.
  const args = [attw, tarballs.get(name)!, '--profile', 'esm-only', '--no-color', '--no-emoji', ...styles]
  const failure = await run(process.execPath, args).then(
    () => undefined,
    (error: { stdout: string }) => error.stdout,
  )
  expect(failure).toBeUndefined()
})
