import type { ApplyOnServer } from '@orrery/sdk'
import type { Options } from '../options.ts'

const apply: ApplyOnServer<Options> = (frames) => Promise.resolve(frames)
export default apply
