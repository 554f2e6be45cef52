import { Dashboard } from '@orrery/dashboard'
import { describe, expect, it } from 'vitest'
import { readDocument, writeDocument, type DocumentFormat } from './read-document.ts'

const dashboard: Dashboard = {
  apiVersion: Dashboard.apiVersion,
  kind: Dashboard.kind,
  namespace: 'default',
  id: 'shop',
  metadata: { title: 'Shop' },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: { cpu: { type: 'stat', title: 'CPU', queries: [], options: {} } },
    layout: { type: 'grid', items: [{ panel: 'cpu', x: 0, y: 0, w: 12, h: 8 }] },
  },
}
const formats: readonly DocumentFormat[] = ['json', 'yaml']
const read = (text: string, id?: string) =>
  readDocument(text, { namespace: 'default', ...(id !== undefined && { id }) })

describe.each(formats)('a dashboard as %s', (format) => {
  const text = writeDocument(dashboard, format)

  it('is read back as it was written', () => {
    expect(read(text, 'shop')).toEqual({ dashboard, problems: [] })
  })

  it('is told at its place what the schema does not admit', () => {
    const { dashboard: none, problems } = read(text.replace(/(w"?: )12/, '$1"wide"'))
    expect(none).toBeUndefined()
    expect(problems).toMatchObject([{ path: '/spec/layout/items/0/w', message: 'must be a whole number' }])
    const [{ from, to }] = problems as [(typeof problems)[0]]
    expect(text.replace(/(w"?: )12/, '$1"wide"').slice(from, to)).toMatch(/^"?w"?: "wide"$/)
  })

  it('is told at its place where it contradicts itself', () => {
    const { problems } = read(text.replace(/(panel"?: "?)cpu/, '$1disk'))
    expect(problems[0]).toMatchObject({ path: '/spec/layout/items/0' })
    expect(problems[0]!.line).toBeGreaterThan(5)
  })

  it('is taken from any namespace into this one', () => {
    expect(read(text.replace(/(namespace"?: "?)default/, '$1other')).dashboard).toEqual(dashboard)
  })

  it('keeps its id where it has one', () => {
    expect(read(text, 'other').problems).toMatchObject([{ path: '/id' }])
  })
})

it('tells line and column of what cannot be read', () => {
  const [problem] = read('{\n  "kind": "dashboard"\n  "id": }').problems
  expect(problem).toMatchObject({ path: undefined, line: 3 })
})

it.each(['', '# nothing\n', '[1]', 'word'])('finds no dashboard in %j', (text) => {
  expect(read(text).problems).toMatchObject([{ message: 'There is no dashboard in this text.' }])
})

it('takes one dashboard at a time', () => {
  const text = writeDocument(dashboard, 'yaml')
  expect(read(`${text}---\n${text}`).problems).toMatchObject([{ message: expect.stringContaining('second') as string }])
})
