import { CodedError } from '@orrery/schema'

/** Shorter ones stand in ordinary words too. */
const SHORTEST = 4
const CENSORED = '[secret]'

/** Takes known secrets out of what is told: backends and plugins echo what they were sent. */
export interface Redactor {
  /** From now on it is taken out. Those shorter than 4 characters are not. */
  readonly learn: (secret: string) => void
  readonly text: (text: string) => string
  /** A line of JSON, which stays one. */
  readonly line: (line: string) => string
  /** The error as it may be told; the cause is not in it. */
  readonly error: (error: CodedError) => CodedError
}

const escaped = (text: string) => JSON.stringify(text).slice(1, -1)

/** The characters of a Base64 text that say nothing but the secret, wherever it begins in what was encoded. */
const base64Forms = (secret: string): readonly string[] =>
  [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    const inner = bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
    return inner.length < SHORTEST ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })

/** In JSON, in JSON within JSON, in an address, and as in `Authorization: Basic`. */
const formsOf = (secret: string): readonly string[] => [
  escaped(secret),
  escaped(escaped(secret)),
  encodeURIComponent(Buffer.from(secret).toString()),
  new URLSearchParams({ '': secret }).toString().slice(1),
  ...base64Forms(secret),
]

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const toPattern = (forms: ReadonlySet<string>) =>
  // The longest first: one secret may begin with another.
  new RegExp(
    [...forms]
      .toSorted((a, b) => b.length - a.length)
      .map(escapePattern)
      .join('|'),
    'g',
  )

export function createRedactor(): Redactor {
  const secrets = new Set<string>()
  let patterns: { readonly text: RegExp; readonly line: RegExp } | undefined
  const patternsNow = () => {
    if (patterns) return patterns
    const forms = [...secrets].flatMap(formsOf)
    patterns = { text: toPattern(new Set([...secrets, ...forms])), line: toPattern(new Set(forms)) }
    return patterns
  }
  const replace = (text: string, name: 'text' | 'line') =>
    secrets.size === 0 ? text : text.replace(patternsNow()[name], CENSORED)
  const text = (given: string) => replace(given, 'text')

  const value = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given)
    if (Array.isArray(given)) return given.map(value)
    if (typeof given !== 'object' || given === null) return given
    return Object.fromEntries(Object.entries(given).map(([name, each]) => [text(name), value(each)]))
  }

  return {
    learn: (secret) => {
      if (secret.length < SHORTEST || secrets.has(secret)) return
      secrets.add(secret)
      patterns = undefined
    },
    text,
    line: (line) => replace(line, 'line'),
    error: (error) => {
      if (secrets.size === 0) return error
      const { name, code, status, message, params } = error
      // What an object of params holds is an object again.
      return new CodedError(name, code, status, text(message), value(params) as object)
    },
  }
}

/** The password in an address: as it stands there, and as it is meant. */
export function passwordsOf(address: string): readonly string[] {
  const { password = '' } = URL.parse(address) ?? {}
  try {
    return [password, decodeURIComponent(password)]
  } catch {
    return [password]
  }
}
