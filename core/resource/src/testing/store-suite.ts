import { expect, it } from 'vitest'
import type { Resource } from '../resource.ts'
import type { Change, ResourceStore, Write } from '../store.ts'

const note = (id: string, title = id, spec: unknown = {}, folder?: string): Resource => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'main',
  id,
  metadata: folder === undefined ? { title } : { title, folder },
  spec,
})
const keyOf = ({ namespace, kind, id }: Resource) => ({ namespace, kind, id })
const by = (author: string, ifMatch?: string): Write => ({ author, ifMatch })
const code = (expected: string) => expect.objectContaining({ code: expected })

/** What every resource store must do; `make` gives an empty one. Call it at the top of a test file, or in a `describe`. */
export function testResourceStore(make: () => ResourceStore | Promise<ResourceStore>) {
  it('gives back what was put, with revision, author and times', async () => {
    const store = await make()
    const resource = note('a', 'Ä title', { text: 'x\u0000\u2028y', deep: [1, null, { b: true }] })
    const stored = await store.put(resource, by('user:ada'))
    expect(stored).toMatchObject({ resource, updatedBy: 'user:ada', change: expect.any(Number) })
    expect(stored.createdAt).toBe(new Date(stored.createdAt).toISOString())
    expect(await store.get(keyOf(resource))).toEqual(stored)
  })

  it('has nothing under another namespace, kind or id', async () => {
    const store = await make()
    await store.put(note('a'), by('user:ada'))
    expect(await store.get({ namespace: 'other', kind: 'note', id: 'a' })).toBeUndefined()
    expect(await store.get({ namespace: 'main', kind: 'other', id: 'a' })).toBeUndefined()
    expect(await store.get({ namespace: 'main', kind: 'note', id: 'b' })).toBeUndefined()
  })

  it('refuses to create what exists, and to change what is gone or has changed', async () => {
    const store = await make()
    const first = await store.put(note('a', 'One'), by('user:ada'))
    await expect(store.put(note('a', 'Two'), by('user:bob'))).rejects.toEqual(code('RESOURCE_EXISTS'))
    const second = await store.put(note('a', 'Two'), by('user:bob', first.revision))
    await expect(store.put(note('a', 'Three'), by('user:ada', first.revision))).rejects.toEqual(
      code('RESOURCE_CONFLICT'),
    )
    await expect(store.put(note('b'), by('user:ada', first.revision))).rejects.toEqual(code('RESOURCE_CONFLICT'))
    await expect(store.put(note('b'), by('user:ada', '*'))).rejects.toEqual(code('RESOURCE_CONFLICT'))
    expect(await store.get(keyOf(note('a')))).toEqual(second)
    expect(second).toMatchObject({ updatedBy: 'user:bob', createdAt: first.createdAt })
    expect(second.change).toBeGreaterThan(first.change)
  })

  it('keeps what authors say of their changes', async () => {
    const store = await make()
    const seen: (string | undefined)[] = []
    store.onChange(({ message }) => seen.push(message))
    const { revision } = await store.put(note('a'), { ...by('user:ada'), message: 'first' })
    await store.put(note('a', 'Other'), by('user:ada', revision))
    await store.delete(keyOf(note('a')), { ...by('user:ada', '*'), message: 'no longer needed' })
    const { items } = await store.changes({ namespace: 'main', kind: 'note', id: 'a' })
    expect(items.map(({ message }) => message)).toEqual(['no longer needed', undefined, 'first'])
    expect(seen).toEqual(['first', undefined, 'no longer needed'])
  })

  it('makes no change of an equal text, whatever the order of its keys', async () => {
    const store = await make()
    const changes: Change[] = []
    const first = await store.put(note('a', 'A', { x: 1, y: { p: 1, q: 2 } }), by('user:ada'))
    store.onChange((change) => changes.push(change))
    const same = await store.put(note('a', 'A', { y: { q: 2, p: 1 }, x: 1 }), by('user:bob', first.revision))
    expect(same).toEqual(first)
    expect(changes).toEqual([])
  })

  it('keeps who manages a resource, until another write says otherwise', async () => {
    const store = await make()
    const managed = await store.put(note('a'), { ...by('provisioning'), managedBy: 'provisioning' })
    expect(managed.managedBy).toBe('provisioning')
    const free = await store.put(note('a'), by('user:ada', '*'))
    expect(free).not.toHaveProperty('managedBy')
    expect(await store.get(keyOf(note('a')))).toEqual(free)
  })

  it('writes several resources, or none of them', async () => {
    const store = await make()
    const seen: string[] = []
    const a = await store.put(note('a', 'One'), by('user:ada'))
    store.onChange(({ action, key }) => seen.push(`${action} ${key.id}`))
    await expect(
      store.putAll([
        { resource: note('b'), write: by('user:ada') },
        { resource: note('a', 'Two'), write: by('user:ada', 'other') },
      ]),
    ).rejects.toEqual(code('RESOURCE_CONFLICT'))
    expect(await store.get(keyOf(note('b')))).toBeUndefined()
    expect((await store.changes({ namespace: 'main' })).items).toHaveLength(1)
    const written = await store.putAll([
      { resource: note('b'), write: by('user:ada') },
      { resource: note('a', 'Two'), write: by('user:ada', a.revision) },
      { resource: note('b'), write: by('user:ada', '*') },
    ])
    expect(written.map(({ resource }) => resource.metadata.title)).toEqual(['b', 'Two', 'b'])
    expect(seen).toEqual(['create b', 'update a'])
    expect(await store.putAll([])).toEqual([])
  })

  it('deletes, only at the expected revision', async () => {
    const store = await make()
    const first = await store.put(note('a'), by('user:ada'))
    const key = keyOf(first.resource)
    await expect(store.delete(key, by('user:ada', 'other'))).rejects.toEqual(code('RESOURCE_CONFLICT'))
    await store.delete(key, by('user:ada', first.revision))
    expect(await store.get(key)).toBeUndefined()
    await expect(store.delete(key, by('user:ada', '*'))).rejects.toEqual(code('RESOURCE_NOT_FOUND'))
    await store.put(note('a', 'Again'), by('user:ada'))
  })

  it('answers an old revision from history, also after a delete', async () => {
    const store = await make()
    const first = await store.put(note('a', 'One'), by('user:ada'))
    const second = await store.put(note('a', 'Two'), by('user:ada', '*'))
    const key = keyOf(first.resource)
    expect((await store.getRevision(key, first.revision))?.resource).toEqual(first.resource)
    expect((await store.getRevision(key, second.revision))?.resource).toEqual(second.resource)
    expect(await store.getRevision(key, 'unknown')).toBeUndefined()
    await store.delete(key, by('user:ada', '*'))
    expect((await store.getRevision(key, first.revision))?.resource).toEqual(first.resource)
  })

  it('tells the changes of a resource, the latest first, also after a delete', async () => {
    const store = await make()
    const first = await store.put(note('a', 'One'), by('user:ada'))
    const key = keyOf(first.resource)
    await store.put(note('b'), by('user:ada'))
    const second = await store.put(note('a', 'Two'), by('user:bob', '*'))
    await store.delete(key, by('user:cy', '*'))
    const { items } = await store.changes(key)
    expect(items).toMatchObject([
      { action: 'delete', author: 'user:cy', key, revision: second.revision },
      { action: 'update', author: 'user:bob', key, revision: second.revision, change: second.change },
      { action: 'create', author: 'user:ada', key, revision: first.revision, change: first.change },
    ])
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => new Date(at).toISOString()))
    expect(await store.changes({ namespace: 'main', kind: 'note', id: 'c' })).toEqual({ items: [] })
    expect(await store.changes({ namespace: 'other' })).toEqual({ items: [] })
  })

  it('tells all changes of a namespace or kind in pages that neither repeat nor skip', async () => {
    const store = await make()
    for (const n of [1, 2, 3, 4, 5]) await store.put(note(`n${n}`), by('user:ada'))
    const seen: string[] = []
    for (let before: number | undefined; ;) {
      const page = await store.changes({ namespace: 'main', limit: 2, ...(before === undefined ? {} : { before }) })
      seen.push(...page.items.map(({ key }) => key.id))
      if (page.next === undefined) break
      before = page.next
    }
    expect(seen).toEqual(['n5', 'n4', 'n3', 'n2', 'n1'])
    const first = await store.changes({ namespace: 'main', limit: 2, after: 0 })
    const rest = await store.changes({ namespace: 'main', after: first.next! })
    expect([...first.items, ...rest.items].map(({ key }) => key.id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5'])
    expect(rest).not.toHaveProperty('next')
    expect((await store.changes({ namespace: 'main', kind: 'note', limit: 1 })).items).toMatchObject([
      { key: { id: 'n5' } },
    ])
    expect(await store.changes({ namespace: 'main', kind: 'other' })).toEqual({ items: [] })
  })

  it('tells the changes of an author, or of one sort', async () => {
    const store = await make()
    await store.put(note('a'), by('user:ada'))
    await store.put(note('b'), by('user:bob'))
    await store.delete(keyOf(note('a')), by('user:bob', '*'))
    const told = async (query: object) =>
      (await store.changes({ namespace: 'main', ...query })).items.map(({ action, key }) => `${action} ${key.id}`)
    expect(await told({ author: 'user:bob' })).toEqual(['delete a', 'create b'])
    expect(await told({ action: 'create' })).toEqual(['create b', 'create a'])
    expect(await told({ author: 'user:ada', action: 'delete' })).toEqual([])
  })

  it('lists by title in pages that neither repeat nor skip', async () => {
    const store = await make()
    const titles = ['delta', 'Alpha', 'charlie', 'Bravo', 'echo', 'alpha']
    for (const [i, title] of titles.entries()) await store.put(note(`n${i}`, title), by('user:ada'))
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await store.list({
        namespace: 'main',
        kind: 'note',
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      seen.push(...page.items.map(({ resource }) => resource.id))
      if (page.next === undefined) break
      after = page.next
    }
    expect(seen).toEqual(['n1', 'n5', 'n3', 'n2', 'n0', 'n4'])
    expect(await store.list({ namespace: 'other', kind: 'note' })).toEqual({ items: [] })
  })

  it('searches title and id as plain text, any case, and filters by folder', async () => {
    const store = await make()
    await store.put(note('disk-io', '100% busy_disks', {}, 'ops'), by('user:ada'))
    await store.put(note('net', 'Network ÄRGER'), by('user:ada'))
    const ids = async (query: object) =>
      (await store.list({ namespace: 'main', kind: 'note', ...query })).items.map(({ resource }) => resource.id)
    expect(await ids({ search: 'BUSY_' })).toEqual(['disk-io'])
    expect(await ids({ search: '0%' })).toEqual(['disk-io'])
    expect(await ids({ search: '_' })).toEqual(['disk-io'])
    expect(await ids({ search: 'ärger' })).toEqual(['net'])
    expect(await ids({ search: 'NET' })).toEqual(['net'])
    expect(await ids({ folder: 'ops' })).toEqual(['disk-io'])
    expect(await ids({ folder: '' })).not.toContain('disk-io')
    expect(await ids({ folder: '' })).not.toEqual([])
  })

  it('lists and tells only what may be seen, in full pages', async () => {
    const store = await make()
    for (const id of ['a', 'b', 'c']) {
      await store.put(note(id), by('user:ada'))
      await store.put({ ...note(id), kind: 'secret' }, by('user:ada'))
    }
    const visible = { kinds: ['note'] }
    const ids = (page: { items: readonly Change[] }) => page.items.map(({ key }) => `${key.kind} ${key.id}`)
    const page = await store.changes({ namespace: 'main', visible, limit: 2 })
    expect(ids(page)).toEqual(['note c', 'note b'])
    expect(ids(await store.changes({ namespace: 'main', visible, limit: 2, before: page.next! }))).toEqual(['note a'])
    expect((await store.changes({ namespace: 'main', visible: { kinds: 'any' } })).items).toHaveLength(6)
    expect(await store.changes({ namespace: 'main', visible: { kinds: [] } })).toEqual({ items: [] })
    expect((await store.list({ namespace: 'main', kind: 'note', visible })).items).toHaveLength(3)
    expect(await store.list({ namespace: 'main', kind: 'secret', visible })).toEqual({ items: [] })
    expect((await store.list({ namespace: 'main', kind: 'secret', visible: { kinds: 'any' } })).items).toHaveLength(3)
  })

  it('tells every change once, in order, until the listener is removed', async () => {
    const store = await make()
    const seen: string[] = []
    const stop = store.onChange(({ action, key, author }) => seen.push(`${action} ${key.id} ${author}`))
    await store.put(note('a'), by('user:ada'))
    await store.put(note('a', 'Two'), by('user:bob', '*'))
    await store.delete(keyOf(note('a')), by('user:cy', '*'))
    stop()
    await store.put(note('b'), by('user:ada'))
    expect(seen).toEqual(['create a user:ada', 'update a user:bob', 'delete a user:cy'])
  })

  it('lets one of several simultaneous writers win', async () => {
    const store = await make()
    const first = await store.put(note('a', 'One'), by('user:ada'))
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => store.put(note('a', `Try ${n}`), by(`user:${n}`, first.revision))),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  it('is not changed by a later change of what was put or got', async () => {
    const store = await make()
    const spec = { list: [1] }
    await store.put(note('a', 'A', spec), by('user:ada'))
    spec.list.push(2)
    expect((await store.get(keyOf(note('a'))))?.resource.spec).toEqual({ list: [1] })
  })
}
