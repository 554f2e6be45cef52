import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { StoredLibraryPanel } from '../library-panels/stored-panel.ts'
import { drawnSpec, withPanel, type Draft } from './draft.ts'
import { createEditor } from './editor.ts'
import { editedLibrary, withKept } from './edited-library.ts'
import { draftOfTwo, panelOf } from './testing.ts'

const stored = (title: string, revision: string): StoredLibraryPanel => ({
  id: 'load',
  revision,
  metadata: { title: 'Load' },
  panel: panelOf(title),
})
/** The second panel is one of the library. */
const draftOf = (title: string): Draft => {
  const { spec, ...draft } = draftOfTwo()
  const { memory: _, ...panels } = spec.panels
  return {
    ...draft,
    spec: { ...spec, panels, libraryPanels: { memory: { library: 'load' } } },
    library: { load: panelOf(title) },
  }
}
const start = () => ({ id: 'nodes', revision: 'r1', draft: draftOf('Load'), library: { load: stored('Load', 'l1') } })
const rename = (title: string) => (draft: Draft) => withPanel(draft, 'memory', panelOf(title))
const titleIn = (draft: Draft) => drawnSpec(draft).panels['memory']?.title

/** Takes writes, and answers each with the revision that follows. */
async function startHost() {
  const asked: { readonly path: string; readonly match: string | undefined; readonly title: unknown }[] = []
  const server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const resource = JSON.parse(chunks.join('')) as { spec: { title?: string } }
      const path = request.url ?? ''
      asked.push({
        path: path.split('/').slice(-2).join('/'),
        match: request.headers['if-match'],
        title: resource.spec.title,
      })
      const at = '2026-11-22T10:00:00.000Z'
      const revision = `w${asked.length}`
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ resource, revision, change: 2, createdAt: at, updatedAt: at, updatedBy: 'user:ada' }),
      )
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const real = fetch
  vi.stubGlobal('localStorage', { setItem() {}, removeItem() {}, getItem: () => null })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init))
  onTestFinished(() => {
    vi.unstubAllGlobals()
    server.closeAllConnections()
    server.close()
  })
  return asked
}

it('edits a panel of the library in the draft, and undoes it', () => {
  const editor = createEditor(start())
  editor.change('Rename', rename('Pressure'))
  expect([titleIn(editor.draft.value), editor.isChanged.value]).toEqual(['Pressure', true])
  expect(editor.draft.value.spec).toBe(editor.saved.value.draft.spec)
  editor.undo()
  expect([titleIn(editor.draft.value), editor.isChanged.value]).toEqual(['Load', false])
})

it('keeps a title of the dashboard alone out of the library', () => {
  const draft = draftOf('Load')
  const own = { ...draft, spec: { ...draft.spec, libraryPanels: { memory: { library: 'load', title: 'Here' } } } }
  const next = withPanel(own, 'memory', { ...panelOf('There'), options: { a: 1 } })
  expect(next.spec.libraryPanels).toEqual({ memory: { library: 'load', title: 'There' } })
  expect(next.library?.['load']).toEqual({ ...panelOf('Load'), options: { a: 1 } })
})

it('saves the panel alone when the dashboard is as it was, and both where both are changed', async () => {
  const asked = await startHost()
  const editor = createEditor(start())
  editor.change('Rename', rename('Pressure'))
  await editor.save()
  expect(asked).toEqual([{ path: 'library-panels/load', match: '"l1"', title: 'Pressure' }])
  expect(editor.isChanged.value).toBe(false)

  editor.undo()
  editor.change('Rename', (draft) => ({ ...draft, title: 'Machines' }))
  await editor.save()
  expect(asked.slice(1)).toEqual([
    { path: 'library-panels/load', match: '"w1"', title: 'Load' },
    { path: 'dashboards/nodes', match: '"r1"', title: undefined },
  ])
  expect(editor.isChanged.value).toBe(false)
})

it('takes over what others save, unless it is edited here', () => {
  const editor = createEditor(start())
  editor.change('Rename', (draft) => ({ ...draft, title: 'Machines' }))
  editor.learn(stored('Theirs', 'l2'))
  editor.undo()
  expect([titleIn(editor.draft.value), editor.isChanged.value]).toEqual(['Theirs', false])

  editor.change('Rename', rename('Mine'))
  editor.learn(stored('Theirs again', 'l3'))
  expect([titleIn(editor.draft.value), editor.saved.value.library?.['load']?.revision]).toEqual(['Mine', 'l2'])
  editor.outdo(stored('Theirs again', 'l3'))
  expect([titleIn(editor.draft.value), editor.saved.value.library?.['load']?.revision]).toEqual(['Mine', 'l3'])
})

it('learns a panel that came with the draft, for all steps', () => {
  const { library: _, ...draft } = draftOf('Load')
  const editor = createEditor({ id: 'nodes', revision: 'r1', draft: draftOfTwo() })
  editor.change('Paste', () => draft)
  expect(titleIn(editor.draft.value)).toBeUndefined()
  editor.learn(stored('Load', 'l1'))
  expect(titleIn(editor.draft.value)).toBe('Load')
  editor.undo()
  expect(editor.isChanged.value).toBe(false)
})

it('keeps only what was edited in the browser, with the revision that it was made of', () => {
  const saved = start()
  expect(editedLibrary(saved, saved.draft).draft).not.toHaveProperty('library')
  const kept = editedLibrary(saved, rename('Mine')(saved.draft))
  expect(kept).toMatchObject({ draft: { library: { load: { title: 'Mine' } } }, libraryRevisions: { load: 'l1' } })
  const later = { ...saved, library: { load: stored('Theirs', 'l2') } }
  expect(withKept(later, { ...kept, at: 0 }).library?.['load']?.revision).toBe('l1')
})
