import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startVitest } from 'vitest/node'

it('passes a datasource that keeps its contract, and finds each promise that others break', async () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const run = await startVitest('test', [], {
    root,
    watch: false,
    include: ['fixtures/datasources.ts'],
    reporters: [{}],
  })
  // The broken ones have failed this process too.
  const { exitCode } = process
  process.exitCode = 0
  const tests = run.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  const failed = tests.filter((test) => test.result().state === 'failed').map(({ fullName }) => fullName)
  await run.close()
  const offers = 'offers keys and their values, no more than asked for, and those that hold what was typed'
  const query = JSON.stringify({ path: '/good' })
  expect(exitCode).toBe(1)
  expect(failed).toEqual([
    "datasource wrong-ref-id > answers { path: '/good' } with valid frames",
    "datasource wrong-kind > answers { path: '/good' } with valid frames",
    'datasource uncoded > gives a coded error for a query that the backend refuses',
    'datasource deaf > refuses a request that is aborted already',
    'datasource deaf > stops when the request is aborted while the backend works on it',
    'datasource silent > says in a sentence that it works',
    'datasource open > accepts its example options and refuses unknown ones',
    'datasource mute > can be followed if it says so, and by those queries that are said to be',
    `datasource mute > follows ${query}: a frame first, then what a window can take`,
    `datasource mute > follows ${query} no longer when it is told to stop`,
    'datasource unsaid > can be followed if it says so, and by those queries that are said to be',
    `datasource backwards > follows ${query}: a frame first, then what a window can take`,
    `datasource unstoppable > follows ${query} no longer when it is told to stop`,
    'datasource unfiltered > answers annotations',
    'datasource unfiltered > leaves out what a filter does',
    'datasource limitless > answers annotations',
    `datasource limitless > ${offers}`,
    'datasource limitless > leaves out what a filter does',
    'datasource unsaid-filters > says whether it gives annotations and takes filters, and has an example of each',
  ])
})
