import { buffersOf, createShapeRunner } from './shape-runner.ts'
import type { ShapeAsked } from './shape-request.ts'

const take = createShapeRunner((told) => postMessage(told, { transfer: [...buffersOf(told)] }))

addEventListener('message', ({ data }: MessageEvent<ShapeAsked>) => void take(data))
