import { describe, expect, it } from 'vitest'
import { fillLink, type LinkContext } from './index.ts'

const context: LinkContext = {
  value: { raw: 1536, text: '1.5 KiB' },
  time: 1000,
  field: 'size',
  name: 'a/b & c',
  labels: { pod: 'web 1', 'k8s.io/app': 'x' },
  cell: (field) =>
    ({ id: 7, 'full name': 'Ada "L"', url: 'https://example.org/?q=a%20b', bad: 'javascript:alert(1)' })[field],
  range: { from: 1, to: 2 },
  variables: { job: 'a b', host: ['x', 'y'] },
}
const href = (url: string, given: LinkContext = context) => fillLink({ title: 'x', url }, given)?.href

describe('fillLink', () => {
  it('fills in what it tells of, as parts of a URL', () => {
    expect(
      [
        '/d/host?v=${__value.raw}&n=${__value.numeric}&t=${__value.text}&at=${__value.time}',
        '/d/$__name/${__series.name}/${__field.name}?${__url_time_range}',
        '/pod/${__field.labels.pod}/${__field.labels["k8s.io/app"]}/${__field.labels.none}',
        '/user/${__data.fields.id}/${__data.fields["full name"]}',
        '/x?from=${__from}&to=${__to}',
      ].map((url) => href(url)),
    ).toEqual([
      '/d/host?v=1536&n=1536&t=1.5%20KiB&at=1000',
      '/d/a%2Fb%20%26%20c/a%2Fb%20%26%20c/size?from=1&to=2',
      '/pod/web%201/x/',
      '/user/7/Ada%20%22L%22',
      '/x?from=1&to=2',
    ])
  })

  it('keeps a text that is a URL itself, and variables that it does not know', () => {
    expect([href('${__data.fields.url}'), href('/d/${none}')]).toEqual(['https://example.org/?q=a%20b', '/d/${none}'])
  })

  it('fills in the variables of the dashboard', () => {
    expect([href('/d/${job}?h=${host}'), href('/d/x?${__all_variables}&${__url_time_range}')]).toEqual([
      '/d/a%20b?h=x%2Cy',
      '/d/x?var-job=a%20b&var-host=x&var-host=y&from=1&to=2',
    ])
  })

  it('writes variables in URLs by value or as asked for, in titles by text, and passes on no built-in ones', () => {
    const variables = { env: { value: 'p&t', text: 'Both' }, __dashboard: 'Home', __from: '5' }
    const filled = fillLink(
      { title: '$env of $__dashboard', url: '/d/$env?${env:queryparam}&${__all_variables}' },
      { variables },
    )
    expect(filled).toEqual({
      title: 'Both of Home',
      href: '/d/p%26t?var-env=p%26t&var-env=p%26t',
      newTab: false,
    })
  })

  it('has a title with the same texts, else the URL', () => {
    const link = { title: 'Open ${__series.name}', url: '/x', newTab: true }
    expect(fillLink(link, context)).toEqual({ title: 'Open a/b & c', href: '/x', newTab: true })
    expect(fillLink({ title: '', url: '/x' }, context)?.title).toBe('/x')
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '${__data.fields.bad}',
    '${__data.fields.none}',
    '',
  ])('does not offer %j', (url) => {
    expect(href(url)).toBeUndefined()
  })

  it.each(['https://example.org', 'HTTP://x', 'mailto:a@b', 'tel:+1', '/d/x', 'd/x', '?a=b', '#c', '//other/x'])(
    'offers %j',
    (url) => {
      expect(href(url)).toBe(url)
    },
  )

  it('fills nothing in where nothing is known', () => {
    expect(href('/x/${__value.raw}/${__data.fields.a}/${__value.numeric}?${__url_time_range}', {})).toBe('/x///?')
  })

  it('encodes halves of characters', () => {
    expect(href('/${__value.raw}', { value: { raw: '\ud800', text: '' } })).toBe('/%EF%BF%BD')
  })
})
