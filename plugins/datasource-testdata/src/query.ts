import { Variants, type Static } from '@orrery/sdk'
import { RandomWalk } from './query/series.ts'

export const Query = Variants([RandomWalk], { title: 'Query' })
export type Query = Static<typeof Query>
