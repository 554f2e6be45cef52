import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startVitest } from 'vitest/node'

it('passes a transformation that keeps its contract, and finds each promise that others break', async () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const run = await startVitest('test', [], {
    root,
    watch: false,
    include: ['fixtures/transforms.ts'],
    reporters: [{}],
  })
  // The broken ones have failed this process too.
  process.exitCode = 0
  const tests = run.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  const failed = tests.filter((test) => test.result().state === 'failed').map(({ fullName }) => fullName)
  await run.close()
  const broken = (id: string) => failed.filter((name) => name.startsWith(`transformation ${id} > `))
  expect(broken('good')).toEqual([])
  expect(broken('throwing')).toEqual(['transformation throwing > copes with no frames'])
  expect(broken('changing')).toContain('transformation changing > copes with every kind of column')
  expect(broken('counting')).toContain('transformation counting > copes with no frames')
  expect(broken('muttering')).toContain('transformation muttering > copes with no frames')
  expect(broken('vague')).toEqual([
    'transformation vague > takes its default options, and says what it does',
    'transformation vague > shapes what it does not make',
    'transformation vague > shapes what it does not say',
  ])
})
