// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ChartLegend from './ChartLegend.vue'

const items = Array.from({ length: 450 }, (_, i) => ({ name: `series ${i}`, color: '#123456', values: [`${i}`] }))

it.each(['list', 'table'] as const)('has the first entries of a long %s, and more on demand', async (mode) => {
  const legend = mount(ChartLegend, {
    props: { items, headings: ['Last'], mode, label: 'Legend', hidden: new Set<number>() },
  })
  const names = () => legend.findAll('.o-legend-name').map((name) => name.text())
  expect([names().length, names().at(-1), legend.get('.o-legend-more').text()]).toEqual([
    200,
    'series 199',
    'Show 200 more',
  ])
  await legend.get('.o-legend-more').trigger('click')
  expect(legend.get('.o-legend-more').text()).toBe('Show 50 more')
  await legend.get('.o-legend-more').trigger('click')
  expect([names().length, legend.find('.o-legend-more').exists()]).toEqual([450, false])
})

it('isolates an entry among all of them', async () => {
  const legend = mount(ChartLegend, {
    props: { items, headings: [], mode: 'list', label: 'Legend', hidden: new Set<number>() },
  })
  await legend.findAll('.o-legend-item')[3]!.trigger('click')
  const [hidden] = legend.emitted<[ReadonlySet<number>]>('update:hidden')![0]!
  expect([hidden.size, hidden.has(3)]).toEqual([449, false])
})

it('sorts a table by a click on a heading: highest first, lowest first, as it came', async () => {
  const few = [3, NaN, 9].map((value) => ({
    name: `n${value}`,
    color: '#123456',
    values: [`${value}`],
    numbers: [value],
  }))
  const legend = mount(ChartLegend, {
    props: {
      items: few,
      headings: ['Last'],
      mode: 'table',
      label: 'Legend',
      hidden: new Set<number>(),
      'onUpdate:sort': (sort) => void legend.setProps({ sort }),
    },
  })
  const names = () => legend.findAll('.o-legend-name').map((name) => name.text())
  const heading = () => legend.findAll('thead th')[1]!
  const seen: unknown[] = []
  for (let k = 0; k < 3; k++) {
    await heading().get('button').trigger('click')
    seen.push([heading().attributes('aria-sort'), ...names()])
  }
  expect(seen).toEqual([
    ['descending', 'n9', 'n3', 'nNaN'],
    ['ascending', 'n3', 'n9', 'nNaN'],
    ['none', 'n3', 'nNaN', 'n9'],
  ])
})
