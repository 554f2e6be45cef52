import { canonicalText, revisionOf, type Resource } from '@orrery/resource'
import { canonicalYaml, parseYaml } from '@orrery/resource/yaml'
import { validate } from '@orrery/schema'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Dashboard } from '../dashboard.ts'
import { addPanel } from '../layout/edit-panels.ts'
import { diffDashboards } from './diff-dashboards.ts'

const text = fc.string({ unit: 'binary', maxLength: 40 })
const json = fc.jsonValue({ maxDepth: 3 })
const object = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  json,
  { maxKeys: 4 },
)
const panel = fc.record({
  type: fc.constantFrom('stat', 'timeseries'),
  title: text,
  options: object,
  queries: fc
    .array(object, { maxLength: 3 })
    .map((queries) => queries.map((query, index) => ({ refId: `Q${index}`, datasource: 'prom', query }))),
})
const empty: Dashboard['spec'] = {
  time: { from: 'now-1h', to: 'now' },
  panels: {},
  layout: { type: 'grid', items: [] },
}
/** Any dashboard whose texts and values are as odd as documents allow. */
const dashboard = fc
  .record({ title: fc.string({ minLength: 1 }), panels: fc.array(panel, { maxLength: 4 }) })
  .map(({ title, panels }): Dashboard => ({
    apiVersion: Dashboard.apiVersion,
    kind: Dashboard.kind,
    namespace: 'default',
    id: 'any',
    metadata: { title },
    spec: panels.reduce((spec, one, index) => addPanel(spec, `panel-${index}`, one), empty),
  }))

const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, turned(each)] as const)
  return Object.fromEntries(entries.toReversed())
}

it('writes a dashboard as one text of each sort, whatever the order of its keys', () => {
  fc.assert(
    fc.property(dashboard, (resource) => {
      // The same resource, with its keys in another order.
      const other = turned(resource) as Dashboard
      expect(canonicalText(other)).toBe(canonicalText(resource))
      expect(canonicalYaml(other)).toBe(canonicalYaml(resource))
    }),
    { numRuns: 40 },
  )
})

/** With what a newer host may know besides: at the top, within, and in place of what this one knows. */
const newer = fc
  .record({ resource: dashboard, top: object, spec: object, metadata: object, layout: fc.option(json) })
  .map(({ resource, top, spec, metadata, layout }): Resource => ({
    ...top,
    ...resource,
    apiVersion: 'orrery.dev/v9',
    metadata: { ...metadata, ...resource.metadata },
    spec: { ...resource.spec, ...spec, ...(layout !== null && { layout }) },
  }))

it('keeps all that a newer host wrote, as JSON and as YAML', () => {
  fc.assert(
    fc.property(newer, (resource) => {
      // JSON does not tell -0 and 0 apart.
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
      const said = plain(resource)
      expect(JSON.parse(canonicalText(resource))).toEqual(said)
      expect(plain(parseYaml(canonicalYaml(resource)).documents[0]?.value)).toEqual(said)
    }),
    { numRuns: 60 },
  )
})

it('reads back what it wrote, as JSON and as YAML, and tells no change of it', () => {
  fc.assert(
    fc.property(dashboard, (resource) => {
      const read = [canonicalText, canonicalYaml].map((write) => {
        const { documents } = parseYaml(write(resource))
        return documents[0]?.value as Resource<Dashboard['spec']>
      })
      for (const one of [...read, JSON.parse(canonicalText(resource)) as (typeof read)[number]]) {
        expect(diffDashboards(resource, one)).toEqual([])
        expect(validate(Dashboard.spec, one.spec).ok).toBe(validate(Dashboard.spec, resource.spec).ok)
        expect(revisionOf(canonicalText(one))).toBe(revisionOf(canonicalText(resource)))
      }
    }),
    { numRuns: 40 },
  )
})
