// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { newCalculatedQuery } from './calculated-query.ts'
import CalculatedQuery from './CalculatedQuery.vue'

enableAutoUnmount(afterEach)

const source = { id: 'prom', title: 'Prometheus', isDefault: true, type: undefined }
const query = newCalculatedQuery(source)

const edit = () =>
  mount(CalculatedQuery, { props: { query, datasources: [source], scope: {} }, attachTo: document.body })

it('shows a row for each query and expression, which are not for hiding', () => {
  const editor = edit()
  expect(editor.findAll('section[data-query]').map((row) => row.attributes('data-query'))).toEqual(['A', 'B'])
  expect(editor.find('[aria-label^="Hide"]').exists()).toBe(false)
})

it('adds an expression that makes the options', async () => {
  const editor = edit()
  const add = editor.findAll('button').find((button) => button.text() === 'Add an expression')!
  await add.trigger('click')
  await flushPromises()
  expect(editor.emitted('change')).toEqual([[expect.objectContaining({ show: 'C' })]])
})

it('tells what is wrong with an expression', () => {
  const [first] = query.queries
  const wrong = { refId: 'B', datasource: '$__expression', query: { type: 'math', expression: '$A +' } }
  const editor = mount(CalculatedQuery, {
    props: { query: { queries: [first!, wrong], show: 'B' }, datasources: [source], scope: {} },
  })
  expect(editor.text()).toContain('cannot be read')
})
