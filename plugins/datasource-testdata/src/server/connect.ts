import type { Connect, Frame, QueryRequest } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { Query } from '../query.ts'
import { scenarioOf } from './scenarios.ts'

const connect: Connect<Options, Query> = () => ({
  query: answer,
  stream: (request) => scenarioOf(request.query).follow?.(request),
  check: async () => 'Test data is made here; nothing has to be reached.',
})
export default connect

/** One after the other, so that what fails later fails after what came before. */
async function* answer(request: QueryRequest<Query>): AsyncGenerator<Frame, void> {
  request.signal.throwIfAborted()
  for await (const frame of await scenarioOf(request.query).answer(request)) yield frame
}
