import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDocuments } from './merge.ts'

const base = {
  title: 'Shop',
  panels: { cpu: { title: 'CPU', queries: [{ refId: 'A', expr: 'up' }] }, disk: { title: 'Disk', queries: [] } },
  items: [
    { panel: 'cpu', x: 0 },
    { panel: 'disk', x: 12 },
  ],
}
const changed = (change: (copy: typeof base) => void) => {
  const copy = structuredClone(base)
  change(copy)
  return copy
}

const anyDocument = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('a', 'b'),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
    fc.uniqueArray(fc.record({ name: fc.constantFrom('p', 'q', 'r'), value: tie('value') }), {
      selector: ({ name }) => name,
      maxLength: 3,
    }),
    fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
  ),
})).value

describe('mergeDocuments', () => {
  it('keeps independent changes of both', () => {
    const mine = changed(({ panels }) => (panels.cpu.queries[0]!.expr = 'rate(up[5m])'))
    const theirs = changed((copy) => {
      copy.panels.cpu.title = 'Processors'
      copy.items[0]!.x = 6
      copy.panels.cpu.queries.push({ refId: 'B', expr: 'down' })
    })
    expect(mergeDocuments(base, mine, theirs)).toEqual({
      value: {
        ...theirs,
        panels: {
          ...base.panels,
          cpu: {
            title: 'Processors',
            queries: [
              { refId: 'A', expr: 'rate(up[5m])' },
              { refId: 'B', expr: 'down' },
            ],
          },
        },
      },
      conflicts: [],
    })
  })

  it('tells where both changed the same place, and takes the side that is chosen', () => {
    const mine = changed((copy) => (copy.panels.cpu.queries[0]!.expr = 'mine'))
    const theirs = changed((copy) => (copy.panels.cpu.queries[0]!.expr = 'theirs'))
    const path = ['panels', 'cpu', 'queries', 'A', 'expr']
    const merged = mergeDocuments(base, mine, theirs)
    expect(merged).toEqual({ value: mine, conflicts: [{ path, base: 'up', mine: 'mine', theirs: 'theirs' }] })
    expect(mergeDocuments(base, mine, theirs, () => 'theirs').value).toEqual(theirs)
  })

  it('is a conflict where one removed what the other changed', () => {
    const mine = changed(({ panels }) => Reflect.deleteProperty(panels, 'disk'))
    const theirs = changed(({ panels }) => (panels.disk.title = 'Disks'))
    const { value, conflicts } = mergeDocuments(base, mine, theirs)
    expect(conflicts).toEqual([
      { path: ['panels', 'disk'], base: base.panels.disk, mine: undefined, theirs: theirs.panels.disk },
    ])
    expect(value).toEqual(mine)
  })

  it('keeps the order of the side that changed it, with what the other added behind its neighbour', () => {
    const mine = changed(({ items }) => items.reverse())
    const theirs = changed(({ items }) => items.splice(1, 0, { panel: 'net', x: 6 }))
    const panels = mergeDocuments(base, mine, theirs).value.items.map(({ panel }) => panel)
    expect(panels).toEqual(['disk', 'cpu', 'net'])
    expect(mergeDocuments(base, theirs, mine).value.items.map(({ panel }) => panel)).toEqual(panels)
  })

  it('takes lists without names as a whole', () => {
    expect(mergeDocuments({ tags: ['a'] }, { tags: ['a', 'b'] }, { tags: ['a', 'c'] }).conflicts).toHaveLength(1)
    expect(mergeDocuments({ tags: ['a'] }, { tags: ['a'] }, { tags: ['c'] })).toEqual({
      value: { tags: ['c'] },
      conflicts: [],
    })
  })

  it('knows names that every object has from those of the document', () => {
    const named = JSON.parse('{"constructor": 1, "__proto__": 2}')
    expect(mergeDocuments({}, named, {})).toEqual({ value: named, conflicts: [] })
    expect(mergeDocuments({}, named, { a: 1 }).conflicts).toEqual([])
  })

  it('gives one side where only one changed, or both alike', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        expect(mergeDocuments(before, after, before)).toEqual({ value: after, conflicts: [] })
        expect(mergeDocuments(before, before, after)).toEqual({ value: after, conflicts: [] })
        expect(mergeDocuments(before, after, after)).toEqual({ value: after, conflicts: [] })
      }),
    )
  })

  it('finds the same conflicts from both sides', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (before, a, b) => {
        const paths = (one: unknown, other: unknown) =>
          mergeDocuments(before, one, other)
            .conflicts.map(({ path }) => path.join('/'))
            .sort()
        expect(paths(a, b)).toEqual(paths(b, a))
      }),
    )
  })
})
