import { number, SeriesBuilder } from '@orrery/frames'
import { expect, it } from 'vitest'
import { nameFields, seriesSources, type FieldSource } from './index.ts'

const source = (labels: Record<string, string>, patch: Partial<FieldSource> = {}): FieldSource => ({
  labels,
  metric: 'up',
  field: 'value',
  meta: {},
  template: undefined,
  refId: 'A',
  ...patch,
})
const plain = { defaults: {}, overrides: [] }
const names = (sources: readonly FieldSource[], config: Parameters<typeof nameFields>[1] = plain) =>
  nameFields(sources, config).map(({ name }) => name)

it('takes the name that the panel gives, else that of the source, else one of the labels', () => {
  const sources = [source({ job: 'api' }), source({ job: 'db' }, { template: 'the {{job}}' }), source({ job: 'web' })]
  expect(names(sources)).toEqual(['api', 'the db', 'web'])
  expect(names(sources, { defaults: { displayName: 'job {{job}}' }, overrides: [] })).toEqual([
    'job api',
    'job db',
    'job web',
  ])
})

it('matches overrides by the names that are shown without them', () => {
  const overrides = [{ matcher: { type: 'byName' as const, name: 'the db' }, properties: { unit: 'bytes' } }]
  const [api, db] = nameFields([source({ job: 'api' }), source({ job: 'db' }, { template: 'the {{job}}' })], {
    defaults: { unit: 's' },
    overrides,
  })
  expect([api!.config.unit, db!.config.unit]).toEqual(['s', 'bytes'])
})

it('takes unit and name of a single series before those of its field', () => {
  const frame = new SeriesBuilder({ fields: { value: number({ unit: 's', displayName: 'all {{i}}' }) } })
    .add({ i: 'a' }, [1], [1], { unit: 'bytes', displayName: 'one {{i}}' })
    .add({ i: 'b' }, [1], [1])
    .build()
  const named = nameFields(seriesSources(frame, ['value'], false), plain)
  expect(named.map(({ name, config }) => [name, config.unit])).toEqual([
    ['one a', 'bytes'],
    ['all b', 's'],
  ])
})

it('names what was earlier as what is now, and says how much earlier', () => {
  const day = 24 * 3_600_000
  const overrides = [{ matcher: { type: 'byName' as const, name: 'db' }, properties: { unit: 'bytes' } }]
  const sources = [
    source({ job: 'api' }, { shiftMs: day }),
    source({ job: 'api' }),
    source({ job: 'db' }, { shiftMs: day }),
    source({ job: 'db' }),
  ]
  const named = nameFields(sources, { defaults: {}, overrides })
  expect(named.map(({ name, counterpart, config }) => [name, counterpart, config.unit])).toEqual([
    ['api (−1 d)', 'api', undefined],
    ['api', 'api', undefined],
    ['db (−1 d)', 'db', 'bytes'],
    ['db', 'db', 'bytes'],
  ])
})

it('refuses a config of the source that is none', () => {
  expect(() => nameFields([source({}, { meta: { config: { decimals: 'many' } } })], plain)).toThrow(
    expect.objectContaining({ code: 'SCHEMA_INVALID' }),
  )
})
