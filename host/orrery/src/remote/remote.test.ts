import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startAdminHost } from '../testing/admin-host.ts'
import { dashboard, datasource, folder as folderResource, yaml } from '../testing/resources.ts'

const query = { type: 'range', metric: 'requests' }
const all = [dashboard('home', 'Home', query), datasource('d'), folderResource('f')]

it('applies files, and says what it did with each resource', async () => {
  const { orrery, folder } = await startAdminHost(onTestFinished)
  writeFileSync(join(folder, 'all.yaml'), yaml(...all))
  expect(await orrery(['apply', '-f', 'all.yaml', '--dry-run'])).toMatchObject({
    code: 0,
    out: 'folder/f would be created\ndatasource/d would be created\ndashboard/home would be created\n',
    err: '',
  })
  expect(await orrery(['get', 'dashboards', '-o', 'name'])).toMatchObject({ out: '' })
  expect(await orrery(['apply', '-f', 'all.yaml'])).toMatchObject({
    code: 0,
    out: 'folder/f created\ndatasource/d created\ndashboard/home created\n',
  })
  const changed = yaml(dashboard('home', 'Renamed', query), folderResource('f'))
  expect(await orrery(['apply', '-f', '-'], changed)).toMatchObject({
    code: 0,
    out: 'folder/f unchanged\ndashboard/home updated\n',
  })
})

it('shows resources as a table, by name, and as text that can be applied again', async () => {
  const { orrery } = await startAdminHost(onTestFinished)
  await orrery(['apply', '-f', '-'], yaml(...all, dashboard('a', 'A\u001b[31m red')))
  const table = await orrery(['get', 'dashboard'])
  expect(table.out.split('\n')).toEqual([
    expect.stringMatching(/^ID +TITLE +FOLDER +UPDATED +BY$/),
    expect.stringMatching(/^a +A \[31m red +\S+ +service:admin$/),
    expect.stringMatching(/^home +Home +\S+ +service:admin$/),
    '',
  ])
  expect(await orrery(['get', 'dashboards', '-o', 'name', '--search', 'HOM'])).toMatchObject({
    out: 'dashboard/home\n',
  })
  expect(await orrery(['get', 'dashboard', 'home', '-o', 'yaml'])).toMatchObject({ out: yaml(all[0]!) })
  const json = await orrery(['get', 'dashboard', 'home', '-o', 'json'])
  expect(JSON.parse(json.out)).toEqual(all[0])
  const list = await orrery(['get', 'dashboards', '-o', 'json'])
  expect(await orrery(['apply', '-f', '-'], list.out)).toMatchObject({
    code: 0,
    out: 'dashboard/a unchanged\ndashboard/home unchanged\n',
  })
})

it('shows the difference that applying would make', async () => {
  const { orrery, url, folder } = await startAdminHost(onTestFinished)
  await orrery(['apply', '-f', '-'], yaml(...all))
  writeFileSync(join(folder, 'home.yaml'), yaml(dashboard('home', 'Renamed', query)))
  writeFileSync(join(folder, 'same.json'), JSON.stringify([all[1], all[2]]))
  expect(await orrery(['diff', '-f', 'same.json'])).toMatchObject({ code: 0, out: '', err: '' })
  const { code, out, err } = await orrery(['diff', '-f', 'home.yaml', 'same.json'])
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toMatch(`--- ${url}/dashboard/home\n+++ home.yaml\n@@ `)
  expect(out).toContain('-  title: Home\n+  title: Renamed\n')
  const created = await orrery(['diff', '-f', '-'], yaml(folderResource('g')))
  expect(created.out).toMatch(/^--- \/dev\/null\n\+\+\+ standard input\n@@ -0,0 \+1,\d+ @@\n\+apiVersion/)
  expect(await orrery(['get', 'dashboard', 'home', '-o', 'yaml'])).toMatchObject({ out: yaml(all[0]!) })
})

it('deletes resources in an order that works, and refuses what others use', async () => {
  const { orrery, folder } = await startAdminHost(onTestFinished)
  writeFileSync(join(folder, 'all.yaml'), yaml(...all))
  await orrery(['apply', '-f', 'all.yaml'])
  expect(await orrery(['delete', 'datasource/d', 'folders/f'])).toMatchObject({
    code: 1,
    out: 'folder/f deleted\n',
    err: expect.stringMatching(/^datasource\/d: RESOURCE_REFERENCED: .*dashboard "home"/) as string,
  })
  expect(await orrery(['delete', 'datasource/d', 'dashboard/home', 'dashboards/home'])).toMatchObject({
    code: 0,
    out: 'dashboard/home deleted\ndatasource/d deleted\n',
  })
  expect(await orrery(['delete', '-f', 'all.yaml'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('dashboard/home: RESOURCE_NOT_FOUND: ') as string,
  })
  await orrery(['apply', '-f', 'all.yaml'])
  expect(await orrery(['delete', 'datasource/d', '--force'])).toMatchObject({ code: 0, out: 'datasource/d deleted\n' })
})

it('exports everything to files that apply leaves as it is', async () => {
  const { orrery, folder } = await startAdminHost(onTestFinished, { 'p.yaml': yaml(folderResource('provisioned')) })
  await orrery(['apply', '-f', '-'], yaml(...all))
  expect(await orrery(['export', 'out'])).toMatchObject({
    code: 0,
    out: 'out/folders/f.yaml\nout/folders/provisioned.yaml\nout/datasources/d.yaml\nout/dashboards/home.yaml\n',
    err: '4 written, 0 unchanged in out\n',
  })
  expect(readFileSync(join(folder, 'out/dashboards/home.yaml'), 'utf8')).toBe(yaml(all[0]!))
  expect((await orrery(['apply', '-f', 'out'])).out.split('\n').filter((line) => !line.endsWith(' unchanged'))).toEqual(
    [''],
  )

  writeFileSync(join(folder, 'out/dashboards/other.yaml'), 'mine')
  const before = new Date(1000)
  utimesSync(join(folder, 'out/folders/f.yaml'), before, before)
  await orrery(['apply', '-f', '-'], yaml(dashboard('home', 'Renamed', query)))
  expect(await orrery(['export', 'out'])).toMatchObject({
    out: 'out/dashboards/home.yaml\n',
    err: '1 written, 3 unchanged in out\n',
  })
  expect(statSync(join(folder, 'out/folders/f.yaml')).mtime).toEqual(before)
  expect(readdirSync(join(folder, 'out/dashboards'))).toEqual(['home.yaml', 'other.yaml'])

  const json = await orrery(['export', '--json', '--kind', 'folders'])
  expect(JSON.parse(json.out)).toEqual([folderResource('f'), folderResource('provisioned')])
  const text = await orrery(['export'])
  expect((await orrery(['diff', '-f', '-'], text.out)).code).toBe(0)
})
