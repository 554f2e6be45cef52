// Own and synchronous: WebCrypto's digest is asynchronous, and absent on pages that are served over plain HTTP.
const firstPrimes = (count: number) => {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime)) primes.push(n)
  return primes
}

const fraction32 = (x: number) => Math.floor((x - Math.floor(x)) * 2 ** 32)
const ROUND = Uint32Array.from(firstPrimes(64), (prime) => fraction32(Math.cbrt(prime)))
const START = Uint32Array.from(firstPrimes(8), (prime) => fraction32(Math.sqrt(prime)))

const rotate = (x: number, by: number) => (x >>> by) | (x << (32 - by))

const padded = (bytes: Uint8Array) => {
  const out = new Uint8Array((bytes.length + 72) & ~63)
  out.set(bytes)
  out[bytes.length] = 0x80
  const view = new DataView(out.buffer)
  view.setUint32(out.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(out.length - 4, bytes.length << 3)
  return view
}

/** SHA-256 (FIPS 180-4) in lower case hexadecimal. */
export function sha256(bytes: Uint8Array) {
  const message = padded(bytes)
  const state = START.slice()
  const words = new Uint32Array(64)
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = message.getUint32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const [w15, w2] = [words[i - 15]!, words[i - 2]!]
      const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)
      const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10)
      words[i] = words[i - 16]! + s0 + words[i - 7]! + s1
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i]! + words[i]!
      const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + value
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}
