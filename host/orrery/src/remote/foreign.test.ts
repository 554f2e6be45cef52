import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { createHost } from '../create-host.ts'
import { startAdminHost } from '../testing/admin-host.ts'
import { createFolder } from '../testing/folder.ts'
import { datasource, yaml } from '../testing/resources.ts'

const withToken = (token: unknown) => ({
  ...datasource('p'),
  spec: { type: 'prometheus', options: { url: 'http://127.0.0.1:9090', auth: { type: 'bearer', token } } },
})

it('exports a reference in place of a secret, which another host asks for', async () => {
  const [one, other] = [await startAdminHost(onTestFinished), await startAdminHost(onTestFinished)]
  expect(await one.orrery(['apply', '-f', '-'], yaml(withToken('canary')))).toMatchObject({ code: 0 })
  const exported = await one.orrery(['export'])
  expect(exported.out).toContain('$secret')
  expect(exported.out).not.toContain('canary')
  expect((await one.orrery(['get', 'datasource', 'p', '-o', 'json'])).out).not.toContain('canary')
  expect(await one.orrery(['apply', '-f', '-'], exported.out)).toMatchObject({ out: 'datasource/p unchanged\n' })

  const refused = await other.orrery(['apply', '-f', '-'], exported.out)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/^standard input:\d+: SECRET_REENTER: .*\nhint: a \$secret .*\nNothing was applied\.\n$/)
  const difference = await other.orrery(['diff', '-f', '-'], yaml(withToken('canary')))
  expect(difference).toMatchObject({ code: 1, out: expect.stringContaining('$secret') as string })
  expect(difference.out).not.toContain('canary')
})

it('exports what only a newer host knows to the byte, and applies it as unchanged', async () => {
  const data = createFolder(onTestFinished)
  await (await createHost({ port: 0, logLevel: 'silent', data })).close()
  const texts = {
    alert: `{"apiVersion":"orrery.dev/v9","kind":"alert","namespace":"default","id":"new","metadata":{"title":"A"}, "n":1.0}`,
    dashboard: `{"apiVersion":"orrery.dev/v9","kind":"dashboard","namespace":"default","id":"new","metadata":{"title":"D"},"spec":{"tabs":[]},"status":{}}\n`,
  }
  const database = new DatabaseSync(join(data, 'orrery.db'))
  const row = (kind: string, text: string) => ({
    namespace: 'default',
    kind,
    id: 'new',
    revision: 'r'.repeat(32),
    text,
    sort: 'x\nnew',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'user:later',
    change: 0,
  })
  for (const [kind, text] of Object.entries(texts)) {
    const values = row(kind, text)
    const names = Object.keys(values)
    database
      .prepare(
        `insert into resources (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`,
      )
      .run(...Object.values(values))
  }
  database.close()

  const { orrery, folder } = await startAdminHost(onTestFinished, {}, data)
  expect(await orrery(['export', 'out'])).toMatchObject({
    code: 0,
    out: `${join('out', 'dashboards', 'new.json')}\n${join('out', 'alert', 'new.json')}\n`,
  })
  expect(readFileSync(join(folder, 'out/dashboards/new.json'), 'utf8')).toBe(texts.dashboard)
  expect(readFileSync(join(folder, 'out/alert/new.json'), 'utf8')).toBe(`${texts.alert}\n`)
  expect(await orrery(['apply', '-f', 'out'])).toMatchObject({
    code: 0,
    out: 'alert/new unchanged\ndashboard/new unchanged\n',
  })
  const changed = texts.alert.replace('"A"', '"B"')
  expect(await orrery(['apply', '-f', '-'], changed)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^standard input:1: KIND_NOT_FOUND: /) as string,
  })
})
