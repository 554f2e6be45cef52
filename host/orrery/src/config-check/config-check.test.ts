import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { callCommand } from '../testing/call-command.ts'
import type { ConfigReport } from './report.ts'

const check = async (config: object, ...args: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-check-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'resources'))
  await writeFile(join(folder, 'resources/folder.yaml'), 'apiVersion: orrery.dev/v1\nkind: floder\n')
  await writeFile(join(folder, 'orrery.config.json'), JSON.stringify({ defaults: false, ...config }))
  const called = await callCommand(['config', 'check', ...args], {
    workingDirectory: folder,
    environment: { ORRERY_DATA: join(folder, 'data') },
  })
  return { folder, ...called }
}
const reportOf = ({ out }: { readonly out: string }) => JSON.parse(out) as ConfigReport

it('shows what holds and where it comes from, without what is secret', async () => {
  const database = 'postgres://orrery:pa:ss@db:5432/orrery?sslpassword=x'
  const called = await check({ database, metricsToken: 'a-secret-that-is-long' }, '--port', '0', '-o', 'json')
  const { file, settings, problems } = reportOf(called)
  expect([called.code, problems, file]).toEqual([0, [], join(called.folder, 'orrery.config.json')])
  const rowOf = (name: string) => settings.find((row) => row.name === name)
  expect(rowOf('port')).toEqual({ name: 'port', value: 0, from: '--port' })
  expect(rowOf('data')).toEqual({ name: 'data', value: join(called.folder, 'data'), from: 'ORRERY_DATA' })
  expect(rowOf('host')).toEqual({ name: 'host', value: '127.0.0.1', from: 'default' })
  expect(rowOf('logo')).toEqual({ name: 'logo', from: 'default' })
  expect(rowOf('database')).toMatchObject({
    value: expect.stringMatching(/^postgres:\/\/orrery:\*{6}@db:5432/) as string,
  })
  expect(called.out).not.toMatch(/pa:ss|sslpassword=x|a-secret/)
})

it('finds what is wrong in what is named, all of it at once', async () => {
  const called = await check({
    plugins: ['./resources'],
    provisioning: 'resources',
    trustProxy: ['proxy.example'],
    publicUrl: 'https://o.example/path',
    auth: { password: false },
    logo: 'none.svg',
    theme: { dark: { '--o-acent': '#fff' }, light: { '--o-text': '#ddd' } },
  })
  expect(called.code).toBe(1)
  const problems = called.out.split('\n').filter((line) => /^(error|warning): /.test(line))
  expect(problems).toEqual([
    expect.stringMatching(/^error: provisioning: .*folder\.yaml:/) as string,
    expect.stringMatching(/^error: publicUrl: .*has a path/) as string,
    expect.stringMatching(/^error: trustProxy: .*"proxy.example" is no address/) as string,
    expect.stringMatching(/^error: auth: /) as string,
    expect.stringMatching(/^error: logo: .*ENOENT/) as string,
    expect.stringMatching(/^error: theme: theme\.dark has "--o-acent"/) as string,
    expect.stringMatching(/^warning: theme: theme\.light: --o-text on --o-bg has a contrast of 1\./) as string,
    expect.stringMatching(/^warning: theme: theme\.light: --o-text on --o-bg-1 /) as string,
    expect.stringMatching(/^warning: theme: theme\.light: --o-text on --o-bg-2 /) as string,
  ])
})

it('connects to the database only when it is asked to', async () => {
  const database = 'postgres://orrery:secret@127.0.0.1:1/orrery'
  expect((await check({ database })).code).toBe(0)
  const called = await check({ database }, '--connect')
  expect(called.code).toBe(1)
  expect(called.out).toMatch(/error: database: The store at postgres:\/\/127\.0\.0\.1:1\/orrery .*ECONNREFUSED/)
})

it('ends with 2 when the configuration itself is wrong', async () => {
  expect(await check({ port: 'x' })).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('"port"') as string,
  })
  expect(await check({}, '-o', 'xml')).toMatchObject({ code: 2, err: expect.stringContaining('"xml"') as string })
})
