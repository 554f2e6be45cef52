import { expect, it } from 'vitest'
import { cellsOfAction, fillAction, offerActions, type FieldAction } from './field-action.ts'

const context = {
  value: { raw: 'a"b\n&c', text: 'A' },
  field: 'pod',
  labels: { zone: 'eu west' },
  cell: (field: string) => (field === 'count' ? 3 : undefined),
  variables: { job: ['x', 'y/z'] },
}
const action = (patch: Partial<FieldAction>): FieldAction => ({
  title: 'Restart ${__value.text}',
  method: 'POST',
  url: 'https://ops.example/pods/${__value.raw}?zone=${__field.labels.zone}#top',
  ...patch,
})

it('encodes texts as parts of the URL, the beginning too', () => {
  const query = [
    { name: 'a b', value: 'v=${job}' },
    { name: 'c', value: '${__data.fields["count"]}' },
  ]
  expect(fillAction(action({ query }), context)).toEqual({
    title: 'Restart A',
    method: 'POST',
    url: 'https://ops.example/pods/a%22b%0A%26c?zone=eu%20west&a%20b=v%3Dx%2Cy%2Fz&c=3',
    headers: [],
    body: undefined,
  })
  const own = { value: { raw: 'https://evil.example/', text: '' } }
  expect(fillAction(action({ url: '${__value.raw}x' }), own).url).toBe('https%3A%2F%2Fevil.example%2Fx')
})

it('writes texts into JSON as strings, numbers and what is missing, whatever they hold', () => {
  const body =
    '{"\\"pod": "p-${__value.raw}", "n": ${__data.fields["count"]}, "raw": ${__value.raw}, "none": ${__data.fields.no}}'
  const filled = fillAction(action({ body }), context)
  expect(JSON.parse(filled.body!)).toEqual({ '"pod': 'p-a"b\n&c', n: 3, raw: 'a"b\n&c', none: null })
  expect(filled.headers).toEqual([['content-type', 'application/json']])
  const attack = { value: { raw: '1, "admin": true', text: '' } }
  expect(JSON.parse(fillAction(action({ body: '{"n": ${__value.raw}}' }), attack).body!)).toEqual({
    n: '1, "admin": true',
  })
})

it('encodes texts in forms, and leaves none of their control characters in headers', () => {
  const form = fillAction(action({ bodyType: 'form', body: 'pod=${__value.raw}' }), context)
  expect([form.body, form.headers]).toEqual([
    'pod=a%22b%0A%26c',
    [['content-type', 'application/x-www-form-urlencoded']],
  ])
  const headers = [{ name: 'x-pod', value: '${__value.raw}\u{1F600}' }]
  expect(fillAction(action({ headers }), context).headers).toEqual([['x-pod', 'a"b &c']])
  expect(fillAction(action({ method: 'GET', body: 'x' }), context).body).toBeUndefined()
})

it('names the cells that it tells of, and offers itself only where it can be run', () => {
  expect(cellsOfAction(action({ body: '${__data.fields.a} ${__data.fields["b c"]} ${__data.fields.a}' }))).toEqual([
    'a',
    'b c',
  ])
  const ran: string[] = []
  const page = { act: ({ url }: FieldAction) => void ran.push(url) }
  const given = { actions: [action({ color: 'red' })] }
  const [offered] = offerActions(given, context, { page, theme: 'dark' })
  offered!.run()
  expect([offered!.title, offered!.color, ran.length]).toEqual(['Restart A', '#ff6369', 1])
  expect(offerActions(given, context, { page: { act: undefined }, theme: 'dark' })).toEqual([])
})
