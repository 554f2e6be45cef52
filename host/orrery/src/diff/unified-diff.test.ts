import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines } from './line-diff.ts'
import { colourDiff, unifiedDiff } from './unified-diff.ts'

const diff = (before: string, after: string) => unifiedDiff({ name: 'old', text: before }, { name: 'new', text: after })

/** What a unified difference makes of a text, as `patch` does it. */
function patch(text: string, difference: string): string {
  const lines = text.split('\n')
  const last = lines.pop()
  if (last) lines.push(`${last}\n\\ No newline at end of file`)
  const hunks = difference.split(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n/m).slice(1)
  const result: string[] = []
  let done = 0
  for (let i = 0; i < hunks.length; i += 3) {
    const start = Number(hunks[i]) - (hunks[i + 1] === '0' ? 0 : 1)
    result.push(...lines.slice(done, start))
    done = start
    for (const line of hunks[i + 2]!.replace(/\n$/, '').replaceAll('\n\\', '\0\\').split('\n')) {
      const [sign, rest] = [line[0], line.slice(1).replaceAll('\0', '\n')]
      if (sign !== '+') expect(lines[done++]).toBe(rest)
      if (sign !== '-') result.push(rest)
    }
  }
  result.push(...lines.slice(done))
  return result
    .map((line) => `${line}\n`)
    .join('')
    .replace('\n\\ No newline at end of file\n', '')
}

it('shows what goes and comes, between three lines that stay', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', ''].join('\n')
  expect(diff(before, before.replace('e', 'E').replace('i\n', ''))).toBe(
    ['--- old', '+++ new', '@@ -2,8 +2,7 @@', ' b', ' c', ' d', '-e', '+E', ' f', ' g', ' h', '-i', ''].join('\n'),
  )
  expect(diff('', 'a\nb')).toBe('--- old\n+++ new\n@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file\n')
  expect(diff('same\n', 'same\n')).toBe('')
})

it('takes what is far apart as hunks of their own', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `line ${i}\n`)
  const changed = lines.with(5, 'five\n').with(30, 'thirty\n')
  expect(diff(lines.join(''), changed.join('')).match(/^@@.*$/gm)).toEqual(['@@ -3,7 +3,7 @@', '@@ -28,7 +28,7 @@'])
})

it('makes the one text of the other, for any two', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '-', '+')).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patch(before, diff(before, after))).toBe(after)
    }),
    { numRuns: 1000 },
  )
})

it('finds the fewest lines that go and come', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  const longestCommon = (a: readonly string[], b: readonly string[]): number => {
    if (!a.length || !b.length) return 0
    const [x, ...rest] = a
    const at = b.indexOf(x!)
    const without = longestCommon(rest, b)
    return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)))
  }
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const stay = diffLines(before, after).filter(({ sign }) => sign === ' ').length
      expect(stay).toBe(longestCommon(before, after))
    }),
  )
})

it('takes texts that have nearly nothing in common as a whole', () => {
  const lines = (prefix: string) => Array.from({ length: 3000 }, (_, i) => `${prefix}${i}\n`).join('')
  const [before, after] = [`first\n${lines('a')}last\n`, `first\n${lines('b')}last\n`]
  expect(patch(before, diff(before, after))).toBe(after)
})

it('colours lines for a terminal', () => {
  expect(colourDiff(diff('--\n', 'b\n'))).toBe(
    '\u001b[1m--- old\u001b[0m\n\u001b[1m+++ new\u001b[0m\n\u001b[36m@@ -1 +1 @@\u001b[0m\n\u001b[31m---\u001b[0m\n\u001b[32m+b\u001b[0m\n',
  )
})
