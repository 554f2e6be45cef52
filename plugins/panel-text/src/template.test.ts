import { expect, it } from 'vitest'
import { readTemplate, toPlain } from './template.ts'

const variables = { host: 'web-1', hosts: ['a', 'b&c'], empty: '' }
const cells = new Map([
  ['pod', 'api'],
  ['cpu used', '5%'],
])
const read = (text: string) => toPlain(readTemplate(text, { variables, cell: (field) => cells.get(field) }))

it('fills in variables, in the format that is asked for', () => {
  expect(read('$host ${host} ${hosts} ${hosts:csv} ${hosts:json} ${hosts:pipe} ${hosts:percentencode}$empty')).toBe(
    'web-1 web-1 a, b&c a,b&c ["a","b&c"] a|b&c a%2Cb%26c',
  )
})

it('fills in the cells of a row', () => {
  expect(read('${__data.fields.pod}: ${__data.fields["cpu used"]}')).toBe('api: 5%')
})

it('leaves what names nothing as it is', () => {
  const text = 'costs $5, $nothing ${nothing} ${host:odd} ${__data.fields.gone} $'
  expect(read(text)).toBe(text)
  expect(toPlain(readTemplate('${__data.fields.pod}', { variables }))).toBe('${__data.fields.pod}')
  expect(read('$$host')).toBe('$host')
})

it('keeps what was written apart from values', () => {
  expect(readTemplate('**$host**', { variables })).toEqual([{ text: '**' }, { value: 'web-1' }, { text: '**' }])
})
