import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { admitValue } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { startTestServer } from './testing/test-server.ts'

it('answers quickly also where a pattern of a variable backtracks without end', async () => {
  const server = await startTestServer()
  const began = performance.now()
  // Takes seconds without the bound, and twice as long with each letter more.
  expect(admitValue({ type: 'text', name: 'x', pattern: '(a+)+', default: '' }, `${'a'.repeat(26)}!`, [])).toBe(false)
  expect(performance.now() - began).toBeLessThan(1000)
  await server.close()
})

it('logs a promise that was forgotten and goes on, until it is undone', async () => {
  const run = (undo: boolean) =>
    promisify(execFile)(process.execPath, [
      '--conditions=orrery-source',
      '--input-type=module',
      '--eval',
      `import { logRejections } from ${JSON.stringify(new URL('process.ts', import.meta.url).href)}
       const undo = logRejections({ error: (message, { error }) => console.log(message, error.message) })
       if (${undo}) undo()
       Promise.reject(new Error('forgotten'))
       setTimeout(() => console.log('still here'))`,
    ])
  const { stdout } = await run(false)
  expect(stdout).toBe('A promise was rejected, and nobody handled it. forgotten\nstill here\n')
  await expect(run(true)).rejects.toMatchObject({ code: 1 })
})
