/** An option of a command line: `publicUrl` is written `--public-url`. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  /** Whether it may be repeated. */
  readonly multiple?: boolean
  /** One letter: `f` for `-f`. */
  readonly short?: string
  /** What stands for its text in the help: `FILE`. */
  readonly value?: string
  /** What it does, in one line. */
  readonly about: string
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type OptionValue<Spec extends OptionSpec> = Spec extends { type: 'boolean' }
  ? boolean
  : Spec extends { multiple: true }
    ? readonly string[]
    : string | undefined

/** What was written after the name of a command. An option that may be repeated is empty when it is not there. */
export interface Line<Specs extends OptionSpecs> {
  readonly words: readonly string[]
  readonly options: { readonly [Name in keyof Specs]: OptionValue<Specs[Name]> }
}

/** What a command reads, writes and keeps, and what ends it. */
export interface Terminal {
  /** Data only, so that it can be piped. */
  readonly out: (text: string) => void
  /** Whatever is told to people. */
  readonly err: (text: string) => void
  /** All of standard input. */
  readonly readInput: () => Promise<string>
  /** Whether `out` shows colours. */
  readonly isColoured: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Paths are relative to it. */
  readonly workingDirectory: string
  /** Keeps the compiled form of the code that is loaded from now on in this folder, for the next start. */
  readonly cacheCode: (folder: string) => void
  /** Settles when the process is told to stop. Until a command calls it, that ends the process at once. */
  readonly untilStopped: () => Promise<unknown>
}

/** One command of `orrery`, in the table of them. */
export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  /** One word, or two: `config check`. */
  readonly name: string
  /** The words after it, as the help shows them: `FILE` is needed, `[FILE]` is not, `FILE...` is one or more. */
  readonly words?: readonly string[]
  /** What it does, in one line of lower case. */
  readonly summary: string
  /** What else the help of this command says. */
  readonly notes?: string
  readonly options: Specs
  /** The exit code of an error that is thrown, unless it is wrong use, which is 2; 1 when omitted. */
  readonly failureCode?: number
  /**
   * Resolves to the exit code: 0 when all is well, 1 for a failure. Code that only this command needs is imported here,
   * late, so that the help does not load the server.
   */
  readonly run: (line: Line<Specs>, terminal: Terminal) => Promise<number>
}

/** A command of the table, which is called only with the words and options that were read for it. */
export type AnyCommand = Omit<Command, 'run'> & { readonly run: (line: never, terminal: Terminal) => Promise<number> }

export const defineCommand = <const Specs extends OptionSpecs>(command: Command<Specs>): Command<Specs> => command
