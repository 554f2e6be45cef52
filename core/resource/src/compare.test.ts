import { expect, it } from 'vitest'
import { compareResources, type Difference, type Resource } from './index.ts'

const note = (spec: unknown, metadata: object = {}): Resource => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'main',
  id: 'a',
  metadata: { title: 'A', ...metadata },
  spec,
})
const compare = (a: unknown, b: unknown) => compareResources(note(a), note(b))

type Parent = unknown[] & Record<string, unknown>

/** What the steps make of a document, by RFC 6902 alone. */
function applied(document: unknown, steps: readonly Difference[]): unknown {
  const root = { '': structuredClone(document) } as Record<string, unknown>
  for (const step of steps) {
    const keys = step.path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = keys.pop()!
    const parent = keys.reduce((value, key) => value[key] as Parent, root as Parent)
    if (step.op === 'replace') parent[last as never] = step.to as never
    else if (Array.isArray(parent)) {
      if (step.op === 'add') parent.splice(Number(last), 0, step.to)
      else parent.splice(Number(last), 1)
    } else if (step.op === 'add') Object.defineProperty(parent, last, { value: step.to, ...FREE })
    else delete parent[last as never]
  }
  return root['']
}
const FREE = { writable: true, enumerable: true, configurable: true }

it('tells nothing of equal resources, whatever the order of their keys', () => {
  expect(compare({ x: 1, y: [{ p: 1, q: 2 }] }, { y: [{ q: 2, p: 1 }], x: 1 })).toEqual([])
})

it('tells the smallest parts that differ, maps by their keys', () => {
  const before = { panels: { cpu: { title: 'CPU', queries: [] }, 'a/b': { title: 'Old' } } }
  const after = { panels: { cpu: { title: 'Processor', queries: [] }, disk: { title: 'Disk' } } }
  expect(compareResources(note(before), note(after, { labels: { team: 'ops' } }))).toEqual([
    { op: 'add', path: '/metadata/labels', to: { team: 'ops' } },
    { op: 'remove', path: '/spec/panels/a~1b', from: { title: 'Old' } },
    { op: 'replace', path: '/spec/panels/cpu/title', from: 'CPU', to: 'Processor' },
    { op: 'add', path: '/spec/panels/disk', to: { title: 'Disk' } },
  ])
})

it('knows items of lists by their names, wherever they stand', () => {
  const item = (panel: string, x: number) => ({ panel, x })
  expect(compare([item('a', 0), item('b', 1), item('c', 2)], [item('b', 5), item('d', 1), item('c', 2)])).toEqual([
    { op: 'remove', path: '/spec/0', from: item('a', 0) },
    { op: 'replace', path: '/spec/0/x', from: 1, to: 5 },
    { op: 'add', path: '/spec/1', to: item('d', 1) },
  ])
  expect(compare(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ op: 'remove', path: '/spec/1', from: 'b' }])
})

it('replaces what changes its type', () => {
  expect(compare({ a: [1], b: null }, { a: { 0: 1 }, b: false })).toEqual([
    { op: 'replace', path: '/spec/a', from: [1], to: { 0: 1 } },
    { op: 'replace', path: '/spec/b', from: null, to: false },
  ])
})

/** Numbers that look random, the same in each run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

it('tells steps that make the one of the other, for 2,000 pairs', () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const random = createRandom(seed)
    const keys = ['a', 'b/c', '~d', '0', 'id', 'name', '__proto__', '']
    const value = (depth: number): unknown => {
      const kind = random(depth > 0 ? 8 : 5)
      if (kind >= 6) return Array.from({ length: random(6) }, () => value(depth - 1))
      if (kind === 5)
        return Object.fromEntries(Array.from({ length: random(5) }, () => [keys[random(8)]!, value(depth - 1)]))
      return [null, true, random(3), `t${random(3)}`, ''][kind]
    }
    const [before, after] = [note(value(4)), note(value(4))]
    const steps = compareResources(before, after)
    expect(applied(before, steps), `seed ${seed}: ${JSON.stringify([before.spec, after.spec])}`).toEqual(after)
  }
})

it('compares long lists by place', () => {
  const [before, after] = [
    note(Array.from({ length: 1500 }, (_, i) => i)),
    note(Array.from({ length: 1400 }, (_, i) => i + 1)),
  ]
  expect(applied(before, compareResources(before, after))).toEqual(after)
})
