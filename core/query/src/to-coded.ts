import { isCodedError, type CodedError } from '@orrery/schema'

import { QueryError } from './errors.ts'
import type { PipelineRequest } from './pipeline.ts'

/** What a query failed with, as its asker sees it: what has no code is hidden. */
export function toCoded(error: unknown, { signal, datasource, refId }: PipelineRequest): CodedError {
  if (signal.aborted) return new QueryError('QUERY_CANCELLED', { datasource: datasource.id }, { cause: error })
  if (isCodedError(error)) return error
  return new QueryError('QUERY_FAILED', { datasource: datasource.id, refId }, { cause: error })
}
