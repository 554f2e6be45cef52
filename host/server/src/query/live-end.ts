import { DatasourceKind, type Pipeline } from '@orrery/query'
import type { ResourceStore } from '@orrery/resource'

/** Ends what follows a datasource when it has changed, and everything at the end. Returns that end. */
export function endLiveOfChanged(store: ResourceStore, pipeline: Pipeline): () => void {
  const stopListening = store.onChange(({ key }) => {
    if (key.kind === DatasourceKind.kind) pipeline.endLive(key)
  })
  return () => {
    stopListening()
    pipeline.endLive()
  }
}
