import { decodeMessages, type WireMessage } from '@orrery/query'

/** The messages of an answer to a query, as they come. */
export const wireMessages = (response: Response) =>
  // A fetch body is an iterable of bytes, which its type says only with the DOM's library.
  decodeMessages(response.body as unknown as AsyncIterable<Uint8Array>)

/** All messages of an answer to a query, when it has ended. */
export async function allWireMessages(response: Response): Promise<WireMessage[]> {
  const messages: WireMessage[] = []
  for await (const message of wireMessages(response)) messages.push(message)
  return messages
}
