import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')

it('is shown in the readme by an example that is checked', () => {
  expect(read('README.md')).toContain(read('test/examples/exact-chart.ts'))
})
