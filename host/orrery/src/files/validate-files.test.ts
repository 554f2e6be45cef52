import { expect, it, onTestFinished } from 'vitest'
import { callCommand } from '../testing/call-command.ts'
import { createFolder } from '../testing/folder.ts'
import { dashboard, datasource, folder, yaml } from '../testing/resources.ts'

const validate = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  callCommand(['validate', ...args], { workingDirectory: createFolder(onTestFinished, files) })

it('finds nothing wrong in files, folders and standard input that are fine', async () => {
  const files = {
    'all/dashboards/home.yaml': yaml(dashboard('home', 'Home', { metric: 'cpu' })),
    'all/rest.yml': `# first\n---\n${yaml(folder('f'), datasource('d'))}`,
    'all/more.json': JSON.stringify([dashboard('a'), dashboard('b')]),
    'all/notes.txt': 'a: [',
    'all/.hidden/x.yaml': 'a: [',
  }
  expect(await validate(files, '-f', 'all')).toMatchObject({ code: 0, out: '', err: '5 resources, 0 problems\n' })
  expect(await validate(files, '-f', 'all/rest.yml', 'all/more.json')).toMatchObject({
    err: '4 resources, 0 problems\n',
  })
  expect(await callCommand(['validate', '-f', '-'], { input: yaml(folder('f')) })).toMatchObject({
    code: 0,
    err: '1 resource, 0 problems\n',
  })
})

it('tells every problem with its file, line, code and reason', async () => {
  const broken = yaml(dashboard('home')).replace('type: grid', 'type: circle').replace('title: P', 'title: 5')
  const contrary = yaml(dashboard('over')).replace('panel: p', 'panel: gone')
  const called = await validate(
    {
      'a.yaml': `a: 1\n---\nkind: toaster\nid: a\n---\nkind: folder\n---\n- just text\n`,
      'b.yaml': broken,
      'c.yaml': contrary,
      'd.yaml': 'a: [1\nb: 2\n',
      'e.yaml': yaml(folder('f')),
      'f.yaml': yaml(folder('f')),
      'g.yaml': '# nothing\n',
    },
    '-f',
    '.',
    '-f',
    'gone.yaml',
  )
  expect(called.code).toBe(1)
  expect(called.err).toBe('4 resources, 10 problems\n')
  expect(called.out.split('\n')).toEqual([
    'a.yaml:1: FILE_INVALID: kind must be a text. Correct it.',
    'a.yaml:3: FILE_INVALID: kind must be one of folder, datasource, library-panel, dashboard, playlist. Correct it.',
    'a.yaml:6: FILE_INVALID: id must be a text. Correct it.',
    'a.yaml:8: FILE_INVALID: kind must be a text. Correct it.',
    'b.yaml:15: RESOURCE_INVALID: /spec/layout/type must be one of "grid", "auto", "rows", "tabs"',
    'b.yaml:20: RESOURCE_INVALID: /spec/panels/p/title must be a text',
    'c.yaml:10: DASHBOARD_INVALID: /spec/layout/items/0 shows panel "gone", which does not exist',
    'd.yaml:2: FILE_SYNTAX: This is neither YAML nor JSON: Flow sequence in block collection must be sufficiently indented and end with a ]. Correct it.',
    'f.yaml:2: FILE_INVALID: folder/f is at e.yaml:1 already. Correct it.',
    'gone.yaml: FILE_UNREADABLE: gone.yaml cannot be read: ENOENT. Correct the path, or its permissions.',
    '',
  ])
})

it('notes what is named but is in none of the files, which a host may have', async () => {
  const files = { 'home.yaml': yaml(dashboard('home', 'Home', { metric: 'cpu' })) }
  expect(await validate(files, '-f', 'home.yaml')).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringMatching(
      /^home\.yaml:\d+: note: datasource\/d is in none of these files\.\n1 resource, 0 problems\n$/,
    ) as string,
  })
})

it('needs files', async () => {
  expect(await validate({})).toMatchObject({
    code: 2,
    err: 'CONFIG_ARGUMENTS: No file was given. See orrery help validate.\n',
  })
  expect(await validate({ 'empty/x.txt': '' }, '-f', 'empty')).toMatchObject({
    code: 1,
    out: 'empty: FILES_MISSING: There is no YAML or JSON file in empty. Correct the path, or put files there.\n',
  })
  expect(await callCommand(['validate', '-f', '-'], { input: '# nothing\n---\n' })).toMatchObject({
    code: 1,
    out: '-: FILES_EMPTY: There is no resource in -. Name files that have some.\n',
  })
})
