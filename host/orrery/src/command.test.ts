import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { callCommand } from './testing/call-command.ts'

const call = (...args: string[]) => callCommand(args)

const createConfig = async (text: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-command-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'config.json'), text)
  return join(folder, 'config.json')
}

it('explains itself', async () => {
  expect(await call('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('start the host') as string,
    err: '',
  })
  expect(await call('--version')).toEqual({
    code: 0,
    cached: [],
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    err: '',
  })
})

it('ends with 2 and one line, without a stack, when it is configured wrongly', async () => {
  const file = await createConfig('{ "port": "many", "colour": "red" }')
  expect(await call('serve', '--config', file)).toEqual({
    code: 2,
    cached: [],
    out: '',
    err: `CONFIG_INVALID: The configuration ${file} is not valid: "port" must be a whole number; "colour" is not known here. Correct it and start again.\n`,
  })
  expect(await call('serve', '--plugins', '/nowhere')).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /^CONFIG_PLUGINS_UNREADABLE: The folder of plugins \/nowhere cannot be read: ENOENT\..*\n$/,
    ) as string,
  })
  expect(await call('serve', '--colour')).toMatchObject({
    code: 2,
    err: "CONFIG_ARGUMENTS: Unknown option '--colour'. See orrery help serve.\n",
  })
})

it('ends with 2 also where only the server sees what is wrong', async () => {
  expect(await call('serve', '--demo', '--host', '0.0.0.0')).toMatchObject({
    code: 2,
    cached: [],
    err: expect.stringMatching(/^DEMO_ADDRESS_FORBIDDEN: .*0\.0\.0\.0.*\n$/) as string,
  })
  expect(await call('serve', '--demo', '--data', '/kept')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^CONFIG_DEMO_DATA: .*"data".*\n$/) as string,
  })
})

// Windows ends a process at the first.
it.skipIf(process.platform === 'win32')('ends at once at a second signal of either kind', async () => {
  const program = `
    import { untilSignal } from ${JSON.stringify(new URL('until-signal.ts', import.meta.url).href)}
    setInterval(() => {}, 1000)
    const stop = untilSignal()
    console.log('running')
    await stop
    console.log('stopping')`
  const child = spawn(process.execPath, ['--conditions=orrery-source', '--input-type=module', '--eval', program])
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) child.kill(line === 'running' ? 'SIGINT' : 'SIGTERM')
  expect(await ended).toEqual([null, 'SIGTERM'])
})

it('backs a store up and restores it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-command-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [data, other, file] = ['data', 'other', 'copy.db'].map((name) => join(folder, name)) as [string, string, string]
  const served = await call('serve', '--port', '0', '--data', data)
  expect(served).toMatchObject({ code: 0, cached: [join(data, 'compiled')] })
  expect(await call('backup', file, '--data', data)).toMatchObject({
    code: 0,
    out: expect.stringContaining('secret.key') as string,
  })
  expect(await call('backup', file, '--data', data)).toMatchObject({
    code: 1,
    err: expect.stringContaining('BACKUP_EXISTS') as string,
  })
  expect(await call('restore', file, '--data', other)).toMatchObject({ code: 0, out: 'Restored.\n', err: '' })
  expect(await call('restore', file, '--data', other)).toMatchObject({
    code: 0,
    out: expect.stringContaining(join(other, 'orrery.db.replaced-')) as string,
  })
  expect(await call('serve', '--port', '0', '--data', other)).toMatchObject({ code: 0 })
  expect(await call('secrets', 'rotate', '--data', data)).toMatchObject({
    code: 0,
    out: '0 secrets are encrypted with the new key.\n',
  })
  expect(await call('serve', '--port', '0', '--data', data)).toMatchObject({ code: 0 })
  expect(await call('backup')).toMatchObject({ code: 2, err: expect.stringContaining('FILE is missing') as string })
})
