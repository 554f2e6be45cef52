// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { searchEntries, withQuery, withStar, type Entry } from './entries.ts'
import { useHistory } from './use-history.ts'

const entry = (expr: string, isStarred = false): Entry => ({ expr, at: 0, isStarred })
const exprs = (entries: readonly Entry[]) => entries.map(({ expr }) => expr)

describe('the entries', () => {
  it('have each query once, the last on top, and keep its star', () => {
    const before = [entry('a'), entry('b', true)]
    expect(withQuery(before, 'b', 5)).toEqual([{ expr: 'b', at: 5, isStarred: true }, entry('a')])
  })

  it('are 200 at most: the oldest without a star goes', () => {
    let entries: readonly Entry[] = []
    for (let i = 0; i < 200; i++) entries = withQuery(entries, `q${i}`, i)
    entries = withStar(entries, 'q0', true)
    entries = withQuery(entries, 'new', 200)
    expect([entries.length, exprs(entries).includes('q0'), exprs(entries).includes('q1')]).toEqual([200, true, false])
  })

  it('are found by words in any order, starred ones first', () => {
    const entries = [entry('rate(http_requests_total[5m])'), entry('up'), entry('sum(HTTP_rate)', true)]
    expect(exprs(searchEntries(entries, 'http RATE'))).toEqual(['sum(HTTP_rate)', 'rate(http_requests_total[5m])'])
  })
})

describe('the history of a datasource', () => {
  afterEach(() => localStorage.clear())

  it('is kept in this browser, one for each datasource', async () => {
    const id = ref('a')
    const first = useHistory(() => id.value)
    first.add(' up ')
    first.star('up', true)
    first.add('down')
    id.value = 'b'
    await nextTick()
    expect(first.entries.value).toEqual([])
    const again = useHistory(() => 'a')
    again.remove('down')
    expect(again.entries.value).toMatchObject([{ expr: 'up', isStarred: true }])
  })

  it('does not mind what others have stored there, or a browser that stores nothing', () => {
    localStorage.setItem('orrery-promql-history:a', '[{"expr":7}]')
    expect(useHistory(() => 'a').entries.value).toEqual([])
    localStorage.setItem('orrery-promql-history:a', 'no json')
    const history = useHistory(() => 'a')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    history.add('up')
    expect(exprs(history.entries.value)).toEqual(['up'])
  })
})
