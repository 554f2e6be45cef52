import type { Query } from '../options.ts'

/** A query that is PromQL and asks for data. */
export type PromqlQuery = Extract<Query, { type: 'range' | 'instant' | 'both' }>

export const isPromqlQuery = (query: Query): query is PromqlQuery =>
  query.type === 'range' || query.type === 'instant' || query.type === 'both'
