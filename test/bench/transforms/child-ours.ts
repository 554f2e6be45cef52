// One case in a process of its own, over a frame as it comes: tells the most memory that it had, in kilobytes.
import { readFileSync } from 'node:fs'
import { decode } from '@orrery/frames'
import { cases } from './cases.ts'
import { prepare } from './ours.ts'
import { peakKilobytes } from './peak.ts'

const [, , wanted, file = ''] = process.argv
const { id, ours } = cases.find(({ name }) => name === wanted)!
const frame = decode(readFileSync(file))
if (frame.kind !== 'series') throw new Error(`There are no series in ${file}.`)
prepare(id, ours, frame)()
process.send!(peakKilobytes(), () => process.exit())
