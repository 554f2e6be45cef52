const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([^]))/g
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** The text of a JSON string without its escapes, as UTF-8; undefined when it holds one that JSON does not know. */
export function unescape(escaped: Uint8Array): Uint8Array | undefined {
  let isKnown = true
  const text = decoder.decode(escaped).replace(ESCAPE, (_, hex: string | undefined, character: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    const plain = CHARACTERS.get(character)
    isKnown &&= plain !== undefined
    return plain ?? ''
  })
  return isKnown ? encoder.encode(text) : undefined
}
