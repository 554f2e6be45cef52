// @vitest-environment happy-dom
import { CompletionContext, EditorState, EditorView } from '@orrery/ui/editor'
import type { EditedVariable } from '@orrery/sdk'
import { expect, it } from 'vitest'
import type { Catalog } from '../names/catalog.ts'
import { createCompletion } from './completion.ts'
import { promql } from './language.ts'

const metrics = ['go_goroutines', 'http_requests_total', 'http_request_duration_seconds_bucket', 'rates_of_things']
const values = ['GET', 'POST', 'a"b', 'a.b']

function setup(variables: readonly EditedVariable[] = []) {
  const asked: unknown[] = []
  const search = async (items: readonly string[], text: string) => ({
    items: items.filter((name) => name.toLowerCase().includes(text.toLowerCase())),
    isCutOff: false,
  })
  const catalog: Catalog = {
    metrics: async (text) => {
      const { items } = await search(metrics, text.split('_')[0]!)
      return {
        items: items.map((name) => ({ name, type: 'counter', help: `About ${name}.`, unit: '' })),
        isCutOff: false,
      }
    },
    allMetrics: () => Promise.reject(new Error('not asked for')),
    labels: (text, match) => (asked.push(['labels', match]), search(['code', 'method', 'of host'], text)),
    values: (label, text, match) => (asked.push([label, match]), search(values, text)),
  }
  const complete = createCompletion(catalog, () => variables)
  /** Offers at `‸`, after a key was pressed or by Ctrl-Space. */
  const offers = async (text: string, explicit = false) => {
    const pos = text.indexOf('‸')
    const state = EditorState.create({ doc: text.replace('‸', ''), extensions: promql })
    const found = await complete(new CompletionContext(state, pos, explicit))
    return { labels: found?.options.map(({ label }) => label) ?? [], found, state }
  }
  /** The text after the first offer is taken, with the caret as `‸`. */
  const take = async (text: string) => {
    const { found, state } = await offers(text)
    const view = new EditorView({ state })
    const [first] = found!.options
    const { from, to } = found!
    if (typeof first!.apply === 'function') first!.apply(view, first!, from, to!)
    else {
      const insert = first!.apply ?? first!.label
      view.dispatch({ changes: { from, to: to!, insert }, selection: { anchor: from + insert.length } })
    }
    const at = view.state.selection.main.from
    const after = view.state.doc.toString()
    view.destroy()
    return `${after.slice(0, at)}‸${after.slice(at)}`
  }
  return { offers, take, asked }
}

it.each([
  ['http_r‸', ['http_requests_total', 'http_request_duration_seconds_bucket']],
  ['sum(go‸', ['go_goroutines']],
  ['rate‸', ['rate', 'rates_of_things', 'irate']],
  ['histogram_q‸', ['histogram_quantile', 'histogram_quantiles']],
  ['up un‸', ['unless']],
  ['sum(up) b‸', ['by']],
  ['up offs‸', ['offset']],
  ['sum(up) by (me‸)', ['method']],
  ['sum by (me‸) (http_requests_total)', ['method']],
  ['http_requests_total{me‸}', ['method']],
  ['http_requests_total{method="P‸"}', ['POST']],
  ['rate(http_requests_total[‸', ['$__rate_interval', '$__interval', '$__range', '1m', '5m', '1h', '1d']],
  ['rate(up[5‸', ['ms', 's', 'm', 'h', 'd', 'w', 'y']],
  ['rate(up[$__ra‸])', ['$__rate_interval', '$__range']],
  ['rate(up[${__i‸])', ['$__interval', '$__rate_interval']],
])('offers at %s', async (text, expected) => {
  expect((await setup().offers(text)).labels).toEqual(expected)
})

it('offers nothing between things unless it is asked to', async () => {
  const { offers } = setup()
  expect((await offers('‸')).labels).toEqual([])
  expect((await offers(' ‸')).labels).toEqual([])
  expect((await offers('‸', true)).labels.slice(0, 4)).toEqual(metrics)
  expect((await offers('"abc‸"')).labels).toEqual([])
  expect((await offers('up{method="a"‸}')).labels).toEqual([])
})

it.each([
  ['ra‸', 'rate(‸[$__rate_interval])'],
  ['ra‸(up)', 'rate‸(up)'],
  ['histogram_quantile‸', 'histogram_quantile(‸quantile, )'],
  ['http_requests_total{me‸}', 'http_requests_total{method="‸"}'],
  ['http_requests_total{me‸="GET"}', 'http_requests_total{method‸="GET"}'],
  ['http_requests_total{of‸}', 'http_requests_total{"of host"="‸"}'],
  ['up{method="a.‸"}', 'up{method="a.b‸"}'],
  ['up{method=~"P‸|GET"}', 'up{method=~"POST‸|GET"}'],
])('writes what is taken at %s', async (text, expected) => {
  expect(await setup().take(text)).toBe(expected)
})

it('escapes values for their quotes, and in patterns', async () => {
  const { offers } = setup()
  const appliedAt = async (text: string) => (await offers(text)).found!.options.map(({ apply }) => apply)
  expect(await appliedAt('up{m="a‸"}')).toEqual([String.raw`a\"b`, 'a.b'])
  expect(await appliedAt("up{m='a‸'}")).toEqual(['a"b', 'a.b'])
  expect(await appliedAt('up{m=~"GET|a‸"}')).toEqual([String.raw`a\"b`, String.raw`a\\.b`])
  expect(await appliedAt('up{m=~`(a‸|GET)`}')).toEqual(['a"b', String.raw`a\.b`])
})

it('asks for labels and values within what the query has already', async () => {
  const { offers, asked } = setup()
  await offers('http_requests_total{code="200", method="‸"}')
  await offers('http_requests_total{code=~"5..",me‸}')
  await offers('http_requests_total{job="$job",me‸}')
  await offers('sum by (me‸) (rate(http_requests_total{code="200"}[5m]))')
  await offers('{me‸}')
  expect(asked).toEqual([
    ['method', 'http_requests_total{code="200"}'],
    ['labels', 'http_requests_total{code=~"5.."}'],
    ['labels', 'http_requests_total'],
    ['labels', 'http_requests_total{code="200"}'],
    ['labels', undefined],
  ])
})

it('offers what is known here while the server does not answer', async () => {
  const down = () => Promise.reject(new Error('It is down.'))
  const complete = createCompletion({ metrics: down, allMetrics: down, labels: down, values: down })
  const at = (doc: string) =>
    complete(new CompletionContext(EditorState.create({ doc, extensions: promql }), doc.length, false))
  expect((await at('irat'))?.options.map(({ label }) => label)).toEqual(['irate'])
  expect([await at('up{jo'), await at('up{job="a')]).toEqual([null, null])
})

it('says of functions how they are called, and of metrics what they are', async () => {
  const { offers } = setup()
  const docOf = async (text: string) => {
    const [first] = (await offers(text)).found!.options
    return typeof first!.info === 'function' ? ((await first!.info(first!)) as HTMLElement).textContent : undefined
  }
  expect(await docOf('irate‸')).toContain('irate(v range)')
  expect(await docOf('go_g‸')).toBe('About go_goroutines.')
})

it('offers the variables of the dashboard before those that are built in', async () => {
  const { offers } = setup([{ name: 'job', label: 'Job' }, { name: 'rate_of' }])
  expect((await offers('up{job="$‸"}')).labels.slice(0, 3)).toEqual(['$job', '$rate_of', '$__rate_interval'])
  expect((await offers('rate(x[$rate‸])')).labels).toEqual(['$rate_of'])
})
