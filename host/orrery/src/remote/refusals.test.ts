import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startAdminHost } from '../testing/admin-host.ts'
import { callCommand } from '../testing/call-command.ts'
import { createFolder } from '../testing/folder.ts'
import { dashboard, datasource, folder as folderResource, yaml } from '../testing/resources.ts'

const serve = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const closedUrl = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}
const text = (pattern: RegExp) => expect.stringMatching(pattern) as string

it('tells what a host refuses with the file and line of each, and applies nothing', async () => {
  const { orrery, folder } = await startAdminHost(onTestFinished)
  const unknown = { ...datasource('e'), spec: { type: 'nothing', options: {} } }
  writeFileSync(
    join(folder, 'a.yaml'),
    yaml(folderResource('f'), { ...datasource('d'), spec: { type: 'host', options: { x: 1 } } }),
  )
  writeFileSync(join(folder, 'b.yaml'), yaml(unknown, { ...dashboard('home'), spec: {} }))
  const refused = text(
    /^a\.yaml:\d+: RESOURCE_INVALID: \/spec\/options\/x .*\nb\.yaml:1: DATASOURCE_TYPE_MISSING: .*\nb\.yaml:\d+: RESOURCE_INVALID: \/spec\/.*\n/,
  )
  const applied = await orrery(['apply', '-f', '.'])
  expect(applied).toMatchObject({ code: 1, out: '', err: refused })
  expect(applied.err).toContain('Nothing was applied.\n')
  expect(await orrery(['diff', '-f', '.'])).toMatchObject({ code: 2, out: '', err: refused })
  expect(await orrery(['get', 'folders', '-o', 'name'])).toMatchObject({ out: '' })
  expect(await orrery(['apply', '-f', '-'], 'kind: [')).toMatchObject({
    code: 1,
    err: text(/^standard input:1: FILE_SYNTAX: .*\nNothing was applied\.\n$/),
  })
  expect(await orrery(['apply', '-f', 'gone.yaml'])).toMatchObject({
    code: 1,
    err: text(/^gone\.yaml: FILE_UNREADABLE/),
  })
  expect(await orrery(['delete', '-f', 'gone.yaml'])).toMatchObject({
    code: 1,
    err: text(/^gone\.yaml: FILE_UNREADABLE/),
  })
  expect(await orrery(['diff', '-f', 'gone.yaml'])).toMatchObject({
    code: 2,
    err: text(/^gone\.yaml: FILE_UNREADABLE/),
  })
})

it('refuses more than a host takes at once before it sends anything', async () => {
  const many = Array.from({ length: 10_001 }, (_, i) => folderResource(`f${i}`))
  expect(
    await callCommand(['apply', '-f', '-', '--url', 'http://127.0.0.1:1'], { input: JSON.stringify(many) }),
  ).toMatchObject({ code: 1, err: text(/^FILES_TOO_MANY: There are 10001 resources, and a host takes at most 10000/) })
})

it('asks a host too when it validates', async () => {
  const { orrery } = await startAdminHost(onTestFinished)
  const home = yaml(dashboard('home', 'Home', { type: 'range', metric: 'requests' }))
  expect(await orrery(['validate', '-f', '-', '--server'], home)).toMatchObject({
    code: 1,
    out: text(/^standard input:\d+: FILE_REFERENCE: datasource\/d is neither in these files nor on the host\./),
    err: '1 resource, 1 problem\n',
  })
  await orrery(['apply', '-f', '-'], yaml(datasource('d')))
  expect(await orrery(['validate', '-f', '-', '--server'], home)).toMatchObject({
    code: 0,
    out: '',
    err: '1 resource, 0 problems\n',
  })
  const wrong = yaml({ ...datasource('e'), spec: { type: 'nothing', options: {} } })
  expect(await orrery(['validate', '-f', '-', '--server'], wrong)).toMatchObject({
    code: 1,
    out: text(/^standard input:1: DATASOURCE_TYPE_MISSING/),
  })
})

it('passes on what a host does not permit', async () => {
  const { orrery, orreryAs, url } = await startAdminHost(onTestFinished)
  await orrery(['apply', '-f', '-'], yaml(folderResource('f'), datasource('d')))
  const viewer = await orreryAs('viewer', ['delete', 'folder/f'])
  expect(viewer).toMatchObject({ code: 1, out: '', err: text(/^folder\/f: ACCESS_DENIED: /) })
  expect(await orreryAs('viewer', ['export'])).toMatchObject({ code: 1, out: '', err: text(/^ACCESS_DENIED: /) })
  expect(await orreryAs('viewer', ['export', '--kind', 'folder'])).toMatchObject({ code: 0 })
  const nobody = await callCommand(['get', 'folders', '--url', url])
  expect(nobody).toMatchObject({ code: 1, out: '', err: text(/^SIGN_IN_NEEDED: .*\nhint: .*ORRERY_TOKEN.*\n$/) })
  const environment = { ORRERY_TOKEN: 'orrery_wrong-canary' }
  const wrong = await callCommand(['get', 'folders', '--url', url], { environment })
  expect(wrong).toMatchObject({ code: 1, err: text(/^TOKEN_INVALID: /) })
  expect(wrong.err).not.toContain('canary')
})

it('takes the token from a file, and shows no token or password', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ items: request.headers.authorization === 'Bearer canary' ? [] : 'none' }))
  })
  const workingDirectory = createFolder(onTestFinished, { token: 'canary\n', bad: 'two canary words', empty: '' })
  const call = (...args: string[]) => callCommand(['get', 'folders', ...args], { workingDirectory })
  expect(await call('--url', `${url}/`, '--token-file', 'token', '-o', 'name')).toMatchObject({ code: 0, out: '' })
  const refused = [
    await call('--url', url, '--token-file', 'bad'),
    await call('--url', url, '--token-file', 'gone'),
    await call('--url', 'http://ada:canary@127.0.0.1:1'),
    await call('--url', 'canary'),
    await call('--namespace', '../canary/..'.toUpperCase()),
  ]
  for (const { code, err } of refused) {
    expect({ code, err }).toEqual({ code: 2, err: text(/^CONFIG_CONNECTION: /) })
    expect(err).not.toContain('canary')
  }
})

it('says so when no host answers, or something else does', async () => {
  const call = (url: string) => callCommand(['get', 'folders', '--url', url])
  const closed = await closedUrl()
  expect(await call(closed)).toMatchObject({ code: 1, err: text(/^HOST_UNREACHABLE: .*ECONNREFUSED/) })
  const page = await serve((_, response) => response.end('<html>'))
  expect(await call(page)).toMatchObject({ code: 1, err: text(/^HOST_ANSWER: /) })
  expect(await callCommand(['diff', '-f', '-', '--url', closed], { input: yaml(folderResource('f')) })).toMatchObject({
    code: 2,
    err: text(/^HOST_UNREACHABLE: /),
  })
})

it('waits when a host asks for fewer requests', async () => {
  let requests = 0
  const url = await serve((_, response) => {
    if (requests++ === 0) response.writeHead(429, { 'retry-after': '0' }).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}')
  })
  expect(await callCommand(['get', 'folders', '-o', 'name', '--url', url])).toMatchObject({
    code: 0,
    err: 'The host asks for patience: going on in 0 s.\n',
  })
})

it.each([
  [['get'], 'KIND is missing'],
  [['get', 'dashbord'], 'There is no kind "dashbord". Did you mean dashboard?'],
  [['get', 'toasters'], 'There is no kind "toasters". Use folder, datasource, library-panel, dashboard, playlist'],
  [['get', 'folders', '-o', 'xml'], 'There is no format "xml". Use table, yaml, json, name'],
  [['get', 'folders', 'f', '--search', 'x'], 'Give either ID or --search'],
  [['delete'], 'KIND/ID or a file is missing'],
  [['delete', 'home'], '"home" is not KIND/ID'],
  [['delete', 'dashboard/a/b'], '"dashboard/a/b" is not KIND/ID'],
  [['apply'], 'No file was given'],
  [['diff'], 'No file was given'],
])('refuses %j', async (args, reason) => {
  const { code, out, err } = await callCommand(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`CONFIG_ARGUMENTS: ${reason}`)
})
