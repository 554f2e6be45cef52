import { CodedError, type HttpClient, type HttpResponse } from '@orrery/sdk'

/** An {@link HttpClient} over the platform's fetch, without the host's limits: for tests against a real server. */
export function createTestHttp(): HttpClient {
  return {
    async request(url, { method = 'GET', headers = {}, body, signal } = {}): Promise<HttpResponse> {
      const response = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      }).catch((cause: unknown) => {
        if (signal?.aborted) throw signal.reason
        const message = `${new URL(url).origin} cannot be reached. Check the address.`
        throw new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, message, { origin: new URL(url).origin }, { cause })
      })
      const text = () =>
        response.text().catch((cause: unknown) => {
          throw cutOff(url, cause)
        })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: chunks(response, url),
        text,
      }
    },
  }
}

async function* chunks(response: Response, url: string): AsyncGenerator<Uint8Array> {
  if (!response.body) return
  const reader = response.body.getReader()
  const read = () =>
    reader.read().catch((cause: unknown) => {
      throw cutOff(url, cause)
    })
  try {
    for (let part = await read(); !part.done; part = await read()) yield part.value
  } finally {
    // Whoever leaves early leaves the connection; one that has broken off cannot be left.
    await reader.cancel().catch(() => undefined)
  }
}

const cutOff = (url: string, cause: unknown) =>
  new CodedError(
    'HttpError',
    'HTTP_CUT_OFF',
    502,
    `${new URL(url).origin} ended its answer before it was complete. Ask again.`,
    { origin: new URL(url).origin },
    { cause },
  )
