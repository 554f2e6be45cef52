import { AnnotationEvent, ChangeList } from '@orrery/api'
import { validate } from '@orrery/sdk'
import { onScopeDispose } from 'vue'
import { watchHidden } from '../dashboard/auto-refresh.ts'
import { backoffMs } from '../query/backoff.ts'
import { isPassing } from '../query/failures.ts'
import { ApiError, request } from './client.ts'
import { readEvents } from './event-stream.ts'
import { session } from './session.ts'

export type Change = ChangeList['items'][number]

/** Told of each change; of `undefined` when there may be some that nobody told of. */
export type ChangeListener = (change: Change | undefined) => void

/** Told when somebody made, changed or deleted an annotation, and when that may have been. */
export type AnnotationListener = () => void

/** The host says that it is there every 15 s. */
const SILENCE_MS = 60_000
const Body = ChangeList.properties.items.items

export interface ChangeFeedOptions {
  /** For tests; {@link backoffMs} otherwise. */
  readonly retryAfterMs?: (failures: number) => number
  readonly silenceMs?: number
}

/**
 * The changes of resources, as they are made. It has one connection however many listen, none while the page is not on the
 * screen, and goes on from the last change that it knows.
 */
export function createChangeFeed({ retryAfterMs = backoffMs, silenceMs = SILENCE_MS }: ChangeFeedOptions = {}) {
  const listeners = new Set<ChangeListener>()
  const annotationListeners = new Set<AnnotationListener>()
  let connection: AbortController | undefined
  let lastId: string | undefined
  let wasConnected = false
  const tell = (change: Change | undefined) => listeners.forEach((listener) => listener(change))
  const tellAnnotations = () => annotationListeners.forEach((listener) => listener())

  async function read(signal: AbortSignal, abort: () => void) {
    const path = `/api/v1/ns/${encodeURIComponent(session.namespace)}/events`
    const { body } = await request(path, { signal, headers: lastId === undefined ? {} : { 'last-event-id': lastId } })
    if (!body) return
    if (wasConnected && lastId === undefined) tell(undefined)
    // Those have no number to go on from.
    if (wasConnected) tellAnnotations()
    wasConnected = true
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(abort, silenceMs)
    }
    watch()
    try {
      for await (const { id, event, data } of readEvents(body, watch)) {
        lastId = id ?? lastId
        const change = event === 'change' ? validate(Body, JSON.parse(data)) : undefined
        if (change?.ok) tell(change.value)
        if (event === 'annotation' && validate(AnnotationEvent, JSON.parse(data)).ok) tellAnnotations()
      }
    } finally {
      clearTimeout(watchdog)
    }
  }

  async function run(signal: AbortSignal) {
    for (let failures = 1; !signal.aborted; failures++) {
      const silent = new AbortController()
      const before = lastId
      try {
        await read(AbortSignal.any([signal, silent.signal]), () => silent.abort())
      } catch (error) {
        // Whoever may not read gets no other answer later.
        if (!signal.aborted && !silent.signal.aborted && isFinal(error)) return
      }
      if (lastId !== before) failures = 1
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, retryAfterMs(failures)))
    }
  }

  function connect() {
    if (connection || document.hidden || listeners.size + annotationListeners.size === 0) return
    const current = new AbortController()
    connection = current
    void run(current.signal).finally(() => {
      if (connection === current) connection = undefined
    })
  }
  function disconnect() {
    connection?.abort()
    connection = undefined
  }
  const stopWatching = watchHidden((hidden) => (hidden ? disconnect() : connect()))

  return {
    /** Listens until what it returns is called. */
    listen(listener: ChangeListener): () => void {
      listeners.add(listener)
      connect()
      return () => void listeners.delete(listener)
    },
    /** As {@link listen}, for annotations. */
    listenAnnotations(listener: AnnotationListener): () => void {
      annotationListeners.add(listener)
      connect()
      return () => void annotationListeners.delete(listener)
    },
    close() {
      stopWatching()
      disconnect()
    },
  }
}

/** The host has answered, and will not answer otherwise later. */
const isFinal = (error: unknown) => error instanceof ApiError && !isPassing(error)

let page: ReturnType<typeof createChangeFeed> | undefined

/** Listens for as long as the component, or the scope, is there. */
export function useChanges(listener: ChangeListener): void {
  page ??= createChangeFeed()
  onScopeDispose(page.listen(listener))
}

const TOGETHER_MS = 300

/** Calls back when somebody changed annotations, and when that may have been: once for changes that come together. */
export function useAnnotationChanges(refresh: () => void): void {
  page ??= createChangeFeed()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = page.listenAnnotations(() => {
    clearTimeout(timer)
    timer = setTimeout(refresh, TOGETHER_MS)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
  })
}

/** Calls back when resources of these kinds have changed: once for changes that come together. */
export function useListChanges(kinds: readonly string[], refresh: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  useChanges((change) => {
    if (change && !kinds.includes(change.key.kind)) return
    clearTimeout(timer)
    timer = setTimeout(refresh, TOGETHER_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
}
