import type { DraftQuery, QueryBatch } from '@orrery/api'
import { QueryError } from '@orrery/query'
import { CodedError, type Frame, type Static } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import { runBatch } from './batch.ts'

type Draft = Static<typeof DraftQuery>

/** What an editor asks a datasource: it needs no more points than a list has rows. */
export interface AskRequest
  extends Pick<QueryBatch, 'range' | 'timeZone'>, Pick<Draft, 'datasource' | 'query' | 'purpose'> {
  readonly signal: AbortSignal
}

const REF_ID = 'Q'
const WIDTH = 1000

/** The frames of one query that stands nowhere yet; throws coded errors, and the reason of its signal. */
export async function askDatasource({ range, timeZone, signal, ...draft }: AskRequest): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  const item = { type: 'draft' as const, id: REF_ID, refId: REF_ID, width: WIDTH, ...draft }
  for await (const { header, frame } of runBatch({ range, timeZone, items: [item] }, signal)) {
    const { problem } = header
    if (problem) {
      const { code, status, params } = problem
      throw new CodedError(QueryError.name, code, status, problemText(problem), params)
    }
    if (frame) frames.push(frame)
  }
  return frames
}
