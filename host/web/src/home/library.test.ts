import { describe, expect, it } from 'vitest'
import {
  contentOf,
  createFolderTree,
  findDashboards,
  foldersOutside,
  sortRows,
  tagsOf,
  type DashboardRow,
  type FolderRow,
  type Library,
} from './library.ts'

const folder = (id: string, inside?: string): FolderRow => ({
  id,
  title: id.toUpperCase(),
  folder: inside,
  updatedAt: 0,
  revision: 'r',
  managedBy: undefined,
})
const dashboard = (id: string, rest: Partial<DashboardRow> = {}): DashboardRow => ({
  ...folder(id),
  title: id,
  description: undefined,
  tags: [],
  ...rest,
})
const folders = [folder('ops'), folder('disks', 'ops'), folder('lost', 'gone'), folder('x', 'y'), folder('y', 'x')]
const library: Library = {
  folders,
  dashboards: [
    dashboard('io', { folder: 'disks', tags: ['disk', 'linux'], description: 'Reads and writes' }),
    dashboard('home', { tags: ['linux'], updatedAt: 5 }),
    dashboard('ops'),
    dashboard('orphan', { folder: 'gone' }),
  ],
  stars: new Set(['home']),
}
const tree = createFolderTree(folders)
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
const everything = { search: '', tags: [], isStarred: false }

describe('folders', () => {
  it('know the way from the top', () => {
    expect(ids(tree.path('disks'))).toEqual(['ops', 'disks'])
    expect([tree.placeOf('disks'), tree.placeOf(undefined), tree.placeOf('gone')]).toEqual(['OPS / DISKS', '', ''])
  })

  it('show at the top what would be found nowhere', () => {
    const { folders: found, dashboards } = contentOf(library, tree, undefined)
    expect(ids(found)).toEqual(['ops', 'lost', 'x', 'y'])
    expect(ids(dashboards)).toEqual(['home', 'ops', 'orphan'])
    expect(ids(contentOf(library, tree, 'ops').folders)).toEqual(['disks'])
    expect(ids(contentOf(library, tree, 'disks').dashboards)).toEqual(['io'])
  })

  it('may be moved anywhere but into themselves', () => {
    expect(ids(foldersOutside(folders, tree, new Set(['ops'])))).toEqual(['lost', 'x', 'y'])
  })
})

describe('findDashboards', () => {
  it.each([
    ['WRITES disk', ['io']],
    ['ops', ['io', 'ops']],
    ['  ', ['io', 'home', 'ops', 'orphan']],
    ['nothing', []],
  ])('finds every word of "%s"', (search, expected) => {
    expect(ids(findDashboards(library, tree, { ...everything, search }))).toEqual(expected)
  })

  it('asks for all tags, and for stars', () => {
    expect(ids(findDashboards(library, tree, { ...everything, tags: ['linux'] }))).toEqual(['io', 'home'])
    expect(ids(findDashboards(library, tree, { ...everything, tags: ['linux', 'disk'] }))).toEqual(['io'])
    expect(ids(findDashboards(library, tree, { ...everything, isStarred: true }))).toEqual(['home'])
  })
})

it('counts tags, the most frequent first', () => {
  expect(tagsOf(library.dashboards)).toEqual([
    { tag: 'linux', count: 2 },
    { tag: 'disk', count: 1 },
  ])
})

it('sorts by title, or by the latest change', () => {
  expect(ids(sortRows(library.dashboards, 'title'))).toEqual(['home', 'io', 'ops', 'orphan'])
  expect(ids(sortRows(library.dashboards, 'changed'))[0]).toBe('home')
})
