import { createToken } from '@orrery/sdk'
import type { Ring } from './ring.ts'

/** The readings of the last hour, which the plugin's setup collects. */
export interface Samples extends Pick<Ring, 'read' | 'latest' | 'onTick'> {}
export const Samples = createToken<Samples>('datasource-host.samples')
