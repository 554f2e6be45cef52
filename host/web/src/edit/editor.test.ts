import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { toResource, type Draft } from './draft.ts'
import { createEditor } from './editor.ts'
import { leftDrafts, type KeptDraft } from './kept-draft.ts'
import { draftOfTwo } from './testing.ts'

const rename = (title: string) => (draft: Draft) => ({ ...draft, title })
const place = { namespace: 'default', id: 'nodes' }

/** What a browser keeps. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }
}

const realFetch = globalThis.fetch
let clock = 0
beforeEach(() => {
  clock = 0
  vi.stubGlobal('localStorage', storage())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
})
const edit = (kept?: KeptDraft) =>
  createEditor({ id: 'nodes', revision: 'r1', draft: draftOfTwo() }, { kept, keptLabel: 'Before', now: () => clock })

/** Takes one write, and answers with what was written, or that somebody was faster. */
async function startHost(isTaken = false) {
  const asked: { path: string | undefined; match: string | undefined; resource: Stored['resource'] }[] = []
  const server = createServer((request, response) => {
    void read(request).then((resource) => {
      const { 'if-match': match, 'if-none-match': none } = request.headers
      asked.push({ path: request.url, match: match ?? none, resource })
      const times = { createdAt: '2026-11-22T10:00:00.000Z', updatedAt: '2026-11-22T10:00:00.000Z' }
      const stored = { resource, revision: 'r2', change: 2, ...times, updatedBy: 'user:ada' }
      const problem = { type: 'x', title: 'x', status: 412, code: 'RESOURCE_CONFLICT', detail: 'Taken.', params: {} }
      response.writeHead(isTaken ? 412 : 200, { 'content-type': isTaken ? PROBLEM_MEDIA_TYPE : 'application/json' })
      response.end(JSON.stringify(isTaken ? problem : stored))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const real = realFetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return asked
}
const read = async (request: IncomingMessage) => JSON.parse((await request.toArray()).join('')) as Stored['resource']

it('undoes and redoes by name, and shares what is the same', () => {
  const editor = edit()
  const before = editor.draft.value
  editor.change('Rename', rename('Machines'))
  expect([editor.draft.value.title, editor.undoLabel.value, editor.isChanged.value]).toEqual([
    'Machines',
    'Rename',
    true,
  ])
  expect(editor.draft.value.spec).toBe(before.spec)
  editor.undo()
  expect([editor.draft.value === before, editor.redoLabel.value, editor.isChanged.value]).toEqual([
    true,
    'Rename',
    false,
  ])
  editor.redo()
  expect([editor.draft.value.title, editor.redoLabel.value]).toEqual(['Machines', undefined])
})

it('makes one step of typing, and another after a pause', () => {
  const editor = edit()
  for (const title of ['M', 'Ma', 'Mac']) {
    clock += 100
    editor.change('Rename', rename(title), { merge: 'title' })
  }
  clock += 5000
  editor.change('Rename', rename('Macs'), { merge: 'title' })
  editor.undo()
  expect(editor.draft.value.title).toBe('Mac')
  editor.undo()
  expect([editor.draft.value.title, editor.undoLabel.value]).toEqual(['Nodes', undefined])
})

it('takes no step that changes nothing, and forgets what was undone when something else is done', () => {
  const editor = edit()
  editor.change('Nothing', (draft) => draft)
  expect(editor.undoLabel.value).toBeUndefined()
  editor.change('One', rename('One'))
  editor.undo()
  editor.change('Two', rename('Two'))
  expect([editor.redoLabel.value, editor.draft.value.title]).toEqual([undefined, 'Two'])
})

it('is not changed when it says the same again in another order', () => {
  const editor = edit()
  editor.change('Order', ({ title, spec }) => ({
    spec: { ...spec, panels: Object.fromEntries(Object.entries(spec.panels).reverse()) },
    title,
  }))
  expect(editor.isChanged.value).toBe(false)
})

it('keeps changes in the browser, and goes on with them', async () => {
  const editor = edit()
  editor.change('Rename', rename('Machines'))
  vi.runAllTimers()
  const [kept] = await leftDrafts(place)
  expect(kept).toMatchObject({ draft: { title: 'Machines' }, revision: 'r1', at: 0 })
  editor.forget()
  const next = edit(kept)
  expect([next.draft.value.title, next.isChanged.value, next.undoLabel.value]).toEqual(['Machines', true, 'Before'])
  next.undo()
  vi.runAllTimers()
  expect([next.draft.value.title, await leftDrafts(place)]).toEqual(['Nodes', []])
})

it('keeps what two editors of one dashboard changed, the newest first', async () => {
  const [one, other] = [edit(), edit()]
  one.change('Rename', rename('One'))
  one.keep()
  clock = 10
  other.change('Rename', rename('Other'))
  vi.runAllTimers()
  expect((await leftDrafts(place)).map(({ draft }) => draft.title)).toEqual(['Other', 'One'])
  other.forget()
  expect((await leftDrafts(place)).map(({ draft }) => draft.title)).toEqual(['One'])
  expect(await leftDrafts({ ...place, id: 'node' })).toEqual([])
})

it('reads nothing kept that is not a dashboard', async () => {
  localStorage.setItem('orrery-draft:default:nodes:a.0', '{"draft":{"title":"x","spec":{}},"at":1}')
  localStorage.setItem('orrery-draft:default:nodes:a.1', '{')
  expect(await leftDrafts(place)).toEqual([])
})

it('saves over what it was made of, and forgets what was kept', async () => {
  vi.useRealTimers()
  session.namespace = 'default'
  const asked = await startHost()
  const editor = edit()
  editor.change('Rename', rename('Machines'))
  editor.keep()
  const saving = editor.save()
  editor.change('Rename', rename('Machines 2'))
  await saving
  expect(asked).toMatchObject([
    { path: '/api/v1/ns/default/dashboards/nodes', match: '"r1"', resource: { metadata: { title: 'Machines' } } },
  ])
  expect([editor.saved.value.revision, editor.isChanged.value, (await leftDrafts(place))[0]?.draft.title]).toEqual([
    'r2',
    true,
    'Machines 2',
  ])
  editor.discard('Discard')
  expect([editor.draft.value.title, editor.isChanged.value]).toEqual(['Machines', false])
})

it('stores a new one only where there is none', async () => {
  vi.useRealTimers()
  const asked = await startHost()
  const editor = createEditor({ id: 'new', draft: draftOfTwo() })
  await editor.save({ id: 'machines' })
  expect(asked.map(({ path, match, resource }) => [path, match, resource.id])).toEqual([
    ['/api/v1/ns/default/dashboards/machines', '*', 'machines'],
  ])
  expect(editor.saved.value).toMatchObject({ id: 'machines', revision: 'r2' })
})

it('tells of a change of somebody else, keeps the draft, and replaces what was looked at', async () => {
  vi.useRealTimers()
  const taken = await startHost(true)
  const editor = edit()
  editor.change('Rename', rename('Machines'))
  await expect(editor.save()).rejects.toMatchObject({ code: 'RESOURCE_CONFLICT' })
  expect([editor.isChanged.value, editor.isSaving.value, taken.length]).toEqual([true, false, 1])
  const asked = await startHost()
  await editor.save({ replaces: 'r7' })
  expect(asked[0]?.match).toBe('"r7"')
})

it('writes labels and folder as they are', () => {
  const draft = { ...draftOfTwo(), folder: 'infra', labels: { team: 'web' } }
  expect(toResource(draft, 'nodes', 'default').metadata).toEqual({
    title: 'Nodes',
    folder: 'infra',
    labels: { team: 'web' },
  })
})
