import type { Connect } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { Query } from '../query.ts'
import { randomWalk } from './random-walk.ts'

const connect: Connect<Options, Query> = () => ({
  query: async (request) => {
    request.signal.throwIfAborted()
    return [randomWalk(request)]
  },
  check: async () => 'Test data is made here; nothing has to be reached.',
})
export default connect
