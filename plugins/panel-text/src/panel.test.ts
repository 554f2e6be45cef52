// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  detachedPage,
  type Notice,
  number,
  SeriesBuilder,
  text as textColumn,
  validate,
} from '@orrery/sdk'
import { testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { text } from './index.ts'
import { Options } from './options.ts'
import summarize from './summary.ts'
import TextPanel from './ui/TextPanel.vue'

// All options that are required have defaults.
const options = { ...(defaultsOf(Options) as Options), content: 'Hello **world**' }
const Pods = defineTable({ pod: textColumn(), used: number({ unit: 'bytes' }) })
const pods = Pods.fromRows([
  { pod: 'api', used: 2048 },
  { pod: 'db', used: null },
])

testPanel(text, {
  options,
  cases: {
    'a text beside data': { frames: [pods], shows: 'Hello world' },
    'a text alone': { frames: [], shows: 'Hello world' },
  },
})

const perRow: Options = { ...options, render: 'perRow', content: '* ${__data.fields.pod}: ${__data.fields.used}' }

it('shows values as text, whatever they look like', async () => {
  const given = { ...options, content: '**$name** `$name` [link](/d/pod?x=$name)' }
  const props = testPanelProps(given, [], { variables: { name: '*<b>a</b>*&' } })
  const view = mount(TextPanel, { props })
  await vi.waitFor(() => expect(view.find('strong').exists()).toBe(true))
  expect(view.get('strong').text()).toBe('*<b>a</b>*&')
  expect(view.get('code').text()).toBe('*<b>a</b>*&')
  expect(view.get('a').attributes('href')).toBe('/d/pod?x=*%3Cb%3Ea%3C%2Fb%3E*%26')
  view.unmount()
})

it('shows a text for each row, and for each series with its last value', () => {
  expect(summarize(testPanelProps(perRow, [pods]))).toBe('api: 2 KiB db: –')
  const cpu = new SeriesBuilder({ refId: 'A' }).add({ pod: 'web' }, [0, 1, 2], [1, 2, null]).build()
  const content = '${__data.fields.pod} ${__data.fields.value}'
  expect(summarize(testPanelProps({ ...perRow, content }, [cpu]))).toBe('web 2')
  expect(summarize(testPanelProps(perRow, []))).toBe('No text.')
})

it('says how many rows it leaves out', () => {
  const many = Pods.fromRows(Array.from({ length: 300 }, (_, i) => ({ pod: `p${i}`, used: i })))
  const said: (readonly Notice[])[] = []
  const page = { ...detachedPage, notify: (notices: readonly Notice[]) => void said.push(notices) }
  const view = mount(TextPanel, { props: testPanelProps(perRow, [many], { page }) })
  expect(said.at(-1)).toEqual([{ severity: 'info', text: 'Only 200 of 300 rows are shown.' }])
  view.unmount()
})

it('sums up HTML and code as what is read of them', () => {
  const html = '<style>p{}</style><p>a &amp; b</p><script>x()</script><b>c</b>'
  expect(summarize(testPanelProps({ ...options, mode: 'html', content: html }, []))).toBe('a & b c')
  expect(summarize(testPanelProps({ ...options, mode: 'code', content: 'a < b\n**c**' }, []))).toBe('a < b **c**')
  expect(summarize(testPanelProps({ ...options, content: 'x'.repeat(900) }, [])).length).toBe(400)
})

it.each([{ mode: 'docx' }, { language: 'cobol' }, { content: 'x'.repeat(200_001) }])(
  'refuses %o as options',
  (wrong) => {
    expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
  },
)
