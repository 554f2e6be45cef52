import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { authorize, can, type Subject } from '@orrery/access'
import { routes } from '@orrery/api'
import type { Change, ResourceStore } from '@orrery/resource'
import type { FastifyRequest } from 'fastify'
import type { AnnotationStore } from '../annotations/annotation-store.ts'
import type { Serve } from '../http/serve.ts'
import type { LiveWatch } from '../query/live-watch.ts'

export interface EventRoutes {
  readonly store: ResourceStore
  readonly annotations: AnnotationStore
  readonly namespace: string
  readonly liveWatch: LiveWatch
  /** Who asks, looked up now. */
  readonly subjectOf: (request: FastifyRequest) => Promise<Subject | undefined>
}

/** Bytes that wait for a reader before it counts as too slow; a page of missed changes is far less. */
const MOST_WAITING = 4 * 1024 * 1024

/** The last event that the reader had, when it comes back (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
const lastEventOf = ({ headers }: FastifyRequest): number | undefined => {
  const text = String(headers['last-event-id'] ?? '')
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/**
 * The changes of resources and of annotations as they are made, as server-sent events. A reader that comes back with the id of its last event
 * gets what it missed; one that reads too slowly is cut off, and comes back so.
 */
export function eventRoutes(serve: Serve, { store, annotations, namespace, liveWatch, subjectOf }: EventRoutes): void {
  serve(routes.followChanges, ({ subject: asker, request, reply }) => {
    let subject = asker
    const stream = new PassThrough()
    const write = (text: string) => {
      if (stream.destroyed || stream.writableEnded) return
      stream.write(text)
      if (stream.writableLength > MOST_WAITING) stream.destroy()
    }
    let last = lastEventOf(request)
    const tell = (change: Change) => {
      if (change.key.namespace !== namespace || (last !== undefined && change.change <= last)) return
      last = change.change
      if (can(subject, 'read', change.key))
        write(`id: ${change.change}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`)
    }

    // What is changed while the missed ones are read waits for its turn.
    const waiting: Change[] = []
    let hasCaughtUp = false
    const stopListening = store.onChange((change) => (hasCaughtUp ? tell(change) : void waiting.push(change)))

    // These have no number: a reader that was away asks for them anew.
    const stopAnnotations = annotations.onChange((where, event) => {
      if (where === namespace) write(`event: annotation\ndata: ${JSON.stringify(event)}\n\n`)
    })

    const mayRead = async () => {
      const now = await subjectOf(request)
      authorize(now, 'read', { kind: 'dashboard' })
      subject = now
      write(': still here\n\n')
    }
    const left = new AbortController()
    reply.raw.on('close', () => left.abort())
    const ended = liveWatch.watch(mayRead, left.signal)
    ended.addEventListener('abort', () => {
      stopListening()
      stopAnnotations()
      stream.end()
    })

    const catchUp = async () => {
      for (let after = last; after !== undefined && !ended.aborted;) {
        const { items, next } = await store.changes({ namespace, after, limit: 1000 })
        items.forEach(tell)
        // What was missed may be more than a reader takes at once: the next page waits for it.
        if (stream.writableNeedDrain) await once(stream, 'drain', { signal: ended })
        after = next
      }
      hasCaughtUp = true
      waiting.splice(0).forEach(tell)
    }
    write(': changes of resources\n\n')
    void catchUp().catch(() => stream.destroy())

    // Named, so that it is not compressed: a compressor would hold events back.
    reply.header('content-encoding', 'identity')
    return stream
  })
}
