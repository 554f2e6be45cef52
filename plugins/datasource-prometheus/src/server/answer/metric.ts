import type { LabelBytes } from '@orrery/sdk'
import { CLOSE_OBJECT, COLON, OPEN_OBJECT } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { Steps } from './steps.ts'

/** Reads `{"name":"value", ...}` into the labels of the next series. */
export function* readMetric(source: ByteSource, labels: LabelBytes): Steps<void> {
  while (!source.take(OPEN_OBJECT)) yield
  for (let isFirst = true; ; isFirst = false) {
    let next
    while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
    if (next === 0) return
    while (!source.string()) yield
    const name = labels.name(source.textBytes, source.textFrom, source.textTo)
    while (!source.take(COLON)) yield
    while (!source.string()) yield
    labels.set(name, source.textBytes, source.textFrom, source.textTo)
  }
}
