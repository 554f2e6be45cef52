import { tableFromIPC, type Table } from 'apache-arrow'
import type { Frame } from '../frame.ts'
import { encode } from './encode.ts'

/** The frame as an Arrow table of one record batch, in memory of its own, for Arrow tools. */
export const toArrow = (frame: Frame): Table => tableFromIPC(encode(frame))
