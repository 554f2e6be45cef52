// @vitest-environment happy-dom
import { defineTable, text, type EditedDatasource, type Frame } from '@orrery/sdk'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Query } from '../options.ts'
import QueryEditor from './QueryEditor.vue'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

const MetricTable = defineTable({ name: text(), type: text(), help: text(), unit: text() })
const RuleTable = defineTable({ rule: text(), type: text(), query: text() })
const NameTable = defineTable({ name: text() })
const metrics = [
  { name: 'http_requests_total', type: 'counter', help: 'Requests that were answered.', unit: '' },
  { name: 'node_load1', type: 'gauge', help: 'Load of the last minute.', unit: '' },
]
const rules = [{ rule: 'job:load:sum', type: 'recording', query: 'sum by (job) (node_load1)' }]

async function ask(query: Query): Promise<readonly Frame[]> {
  if (query.type === 'metrics') return [MetricTable.fromRows(metrics)]
  if (query.type === 'rules') return [RuleTable.fromRows(rules)]
  const names = query.type === 'labels' ? ['code', 'job'] : ['200', '500']
  return [NameTable.fromRows(names.map((name) => ({ name })))]
}

async function open(query: Query) {
  const datasource: EditedDatasource<Query> = { id: 'p', title: 'P', ask: vi.fn<typeof ask>(ask) }
  let ran = 0
  const editor = mount(QueryEditor, {
    props: {
      query,
      datasource,
      range: { from: 0, to: 3_600_000 },
      timeZone: 'UTC',
      theme: 'dark',
      variables: [],
      frames: [],
      'onUpdate:query': (next: Query) => void editor.setProps({ query: next }),
      onRun: () => void ran++,
    },
    attachTo: document.body,
  })
  const settle = async () => {
    await vi.advanceTimersByTimeAsync(500)
    await flushPromises()
  }
  await settle()
  const find = (name: string | RegExp) => {
    const isIt = (said: string) => (typeof name === 'string' ? said === name : name.test(said))
    const all = [...document.querySelectorAll<HTMLElement>('button, [role="option"], input')]
    const found = all.find((one) => isIt(one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''))
    if (!found) throw new Error(`There is no ${String(name)}.`)
    return found
  }
  const press = async (name: string | RegExp) => {
    find(name).click()
    await settle()
  }
  const pick = async (text: string) => {
    const input = document.querySelector<HTMLInputElement>('.picks input')!
    input.value = text
    input.dispatchEvent(new Event('input'))
    await settle()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await settle()
  }
  const type = async (label: string, value: string) => {
    const heading = [...document.querySelectorAll('label')].find((one) => one.textContent === label)!
    const input = document.getElementById(heading.htmlFor) as HTMLInputElement
    input.value = value
    input.dispatchEvent(new Event('input'))
    await settle()
  }
  return {
    editor,
    find,
    press,
    pick,
    type,
    expr: () => (editor.props('query') as { expr: string }).expr,
    ran: () => ran,
  }
}

it('builds a query step by step', async () => {
  const { press, pick, type, expr } = await open({ type: 'range', expr: '' })
  await press('Metric: Choose a metric')
  await pick('http')
  await press('Filter')
  await press('Label: Label')
  await pick('code')
  await press('Value: Value')
  await pick('500')
  await press('Operation')
  await pick('sum')
  await press('Operation')
  await pick('rate')
  expect(expr()).toBe('sum(rate(http_requests_total{code="500"}[$__rate_interval]))')
  await type('Range', '5m')
  await press('Operation')
  await pick('topk')
  await type('k', '3')
  expect(expr()).toBe('topk(3, sum(rate(http_requests_total{code="500"}[5m])))')
  await press('Move topk up')
  await press('Remove filter 1')
  expect(expr()).toBe('sum(topk(3, rate(http_requests_total[5m])))')
  await press('Remove sum')
  expect(expr()).toBe('topk(3, rate(http_requests_total[5m]))')
})

it('looks back by an offset', async () => {
  const { press, type, expr } = await open({ type: 'range', expr: 'rate(up[5m] @ end())' })
  await press('Offset')
  await type('Offset', '1d')
  expect(expr()).toBe('rate(up[5m] @ end() offset 1d)')
  await type('At', '')
  await type('Offset', '')
  expect(expr()).toBe('rate(up[5m])')
})

it('divides by another query', async () => {
  const { press, pick, expr, editor } = await open({ type: 'range', expr: 'node_load1' })
  await press('Operation')
  await pick('another query')
  const nested = editor.find('.nested')
  await nested.find('.picker').trigger('click')
  await pick('http_requests_total')
  expect(expr()).toBe('node_load1 / http_requests_total')
})

it('changes to code and back without changing what the query says', async () => {
  const { press, expr, editor } = await open({ type: 'range', expr: 'sum by (job) (rate(up[5m])) > 1' })
  await press('Code')
  expect(editor.find('.cm-content').text()).toBe('sum by (job) (rate(up[5m])) > 1')
  await press('Builder')
  expect(editor.findAll('.operation').map((row) => row.attributes('aria-label'))).toEqual(['rate', 'sum', 'Number'])
  expect(expr()).toBe('sum by (job) (rate(up[5m])) > 1')
})

it('says why a query is code only', async () => {
  const { find, editor } = await open({ type: 'range', expr: '-up' })
  expect(editor.find('.reason').text()).toBe('Code only. It has a sign before a series.')
  expect((find('Builder') as HTMLButtonElement).disabled).toBe(true)
  expect(editor.find('.cm-content').exists()).toBe(true)
})

it('gives advice, and follows it at a click', async () => {
  const { press, expr, editor, ran } = await open({ type: 'range', expr: 'sum by (job) (http_requests_total)' })
  expect(editor.find('.hints').text()).toContain('http_requests_total is a counter')
  await press('Use rate()')
  expect(expr()).toBe('sum by (job) (rate(http_requests_total[$__rate_interval]))')
  expect(ran()).toBe(1)
  expect(editor.find('.hints').exists()).toBe(false)
})

it('knows what rules have recorded', async () => {
  const { press, expr } = await open({ type: 'range', expr: 'sum(node_load1) by (job)' })
  await press('Use job:load:sum')
  expect(expr()).toBe('job:load:sum')
})

it('explains the query', async () => {
  const { editor } = await open({ type: 'range', expr: 'rate(up{job="a"}[5m])' })
  await editor.find('[role="switch"]').trigger('click')
  expect(editor.findAll('.steps li').map((step) => step.find('span').text())).toEqual([
    'Takes up where job is a.',
    'Turns it into growth per second, averaged over the last 5 minutes.',
  ])
})

it('keeps what two types of a query have in common', async () => {
  const { press, editor, type } = await open({ type: 'range', expr: 'up', minStep: '1m' })
  await type('Legend', '{{job}}')
  expect(editor.props('query')).toEqual({ type: 'range', expr: 'up', minStep: '1m', legend: '{{job}}' })
  await press('Range')
  await press('Instant')
  expect(editor.props('query')).toEqual({ type: 'instant', expr: 'up', legend: '{{job}}' })
})

it('has a form for queries that are not PromQL', async () => {
  const { editor, type } = await open({ type: 'labelValues', label: 'job' })
  expect(editor.find('.head').exists()).toBe(false)
  await type('Search', 'api')
  expect(editor.props('query')).toEqual({ type: 'labelValues', label: 'job', search: 'api' })
})
