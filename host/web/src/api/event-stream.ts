/** An event as the host sent it (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface ServerEvent {
  readonly id: string | undefined
  readonly event: string
  readonly data: string
}

/** The lines of a body. A line that the end cuts off is dropped. */
async function* linesOf(body: ReadableStream<Uint8Array>, onChunk: () => void): AsyncGenerator<string, void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onChunk()
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** The events of a body until it ends; `onChunk` is called for whatever comes, also for a word that only says that somebody is there. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onChunk: () => void,
): AsyncGenerator<ServerEvent, void> {
  let id: string | undefined
  let event = 'message'
  let data: string[] = []
  for await (const line of linesOf(body, onChunk)) {
    if (line === '') {
      if (data.length) yield { id, event, data: data.join('\n') }
      event = 'message'
      data = []
      continue
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line)!
    if (field === 'id') id = value
    else if (field === 'event') event = value!
    else if (field === 'data') data.push(value!)
  }
}
