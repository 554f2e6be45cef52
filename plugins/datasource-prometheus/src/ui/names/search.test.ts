import { expect, it } from 'vitest'
import { createSearch } from './search.ts'

/** A server that finds names holding all words, as ours does. */
function createServer(names: readonly string[], limit: number) {
  const asked: string[] = []
  let isDown = false
  const search = createSearch<string>(
    async (text, limit) => {
      asked.push(text)
      if (isDown) throw new Error('down')
      const found = names.filter((name) => text.split(' ').every((word) => name.includes(word)))
      return { items: found.slice(0, limit), isCutOff: found.length > limit }
    },
    { nameOf: (name) => name, limit },
  )
  return { search, asked, fail: (on: boolean) => (isDown = on) }
}

const names = ['alpha_one', 'alpha_two', 'alpha_three', 'beta_one', 'beta_two']

it('asks once for what it can answer by itself from then on', async () => {
  const { search, asked } = createServer(names, 10)
  expect(await search('')).toEqual({ items: names, isCutOff: false })
  expect(await search('be_tw')).toEqual({ items: ['beta_two'], isCutOff: false })
  expect(asked).toEqual([''])
})

it('asks again where an answer was cut off, and narrows down the first that is whole', async () => {
  const { search, asked } = createServer(names, 3)
  expect((await search('')).isCutOff).toBe(true)
  expect((await search('a')).isCutOff).toBe(true)
  expect((await search('al')).items).toEqual(['alpha_one', 'alpha_two', 'alpha_three'])
  expect((await search('alpha_t')).items).toEqual(['alpha_two', 'alpha_three'])
  await search('a')
  expect(asked).toEqual(['', 'a', 'al'])
})

it('asks once for two who want the same, and again after a failure', async () => {
  const { search, asked, fail } = createServer(names, 10)
  fail(true)
  await expect(search('a')).rejects.toThrow('down')
  fail(false)
  const [one, other] = await Promise.all([search('a'), search('a')])
  expect([one.items.length, other.items.length, asked.length]).toEqual([5, 5, 2])
})
