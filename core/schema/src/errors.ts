/** What a table of errors says of one code: its HTTP status, and the message made from its params. */
export interface ErrorEntry<Params> {
  readonly status: number
  readonly message: (params: Params) => string
}

// `never` lets entries with any params be listed together; each keeps its own params type.
export type ErrorTable = Readonly<Record<string, ErrorEntry<never>>>

type ParamsOf<Entry> = Entry extends ErrorEntry<infer Params> ? Params : never

/**
 * An error with a stable code. The message says what happened to which thing, then what to do; `params` carry the same
 * facts for programs, `status` is the HTTP status an API answers with, and `cause` keeps what was caught.
 */
export class CodedError extends Error {
  override readonly name: string
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, unknown>>

  constructor(name: string, code: string, status: number, message: string, params: object, options?: ErrorOptions) {
    super(message, options)
    this.name = name
    this.code = code
    this.status = status
    this.params = { ...params }
  }
}

/** The class of a package's coded errors: `new FrameError('FRAME_FIELD_MISSING', { field })`. */
export interface CodedErrorClass<Table extends ErrorTable> {
  new <Code extends keyof Table & string>(
    code: Code,
    params: ParamsOf<Table[Code]>,
    options?: ErrorOptions,
  ): CodedError & { readonly code: Code }
  readonly table: Table
}

/**
 * Makes the error class of a package from its table in `errors.ts`. Codes are upper snake case, begin with the
 * package's subject and are never reused; `docs/reference/errors.md` is generated from the tables.
 */
export function defineErrors<const Table extends ErrorTable>(name: string, table: Table): CodedErrorClass<Table> {
  class PackageError extends CodedError {
    static readonly table = table
    constructor(code: keyof Table & string, params: never, options?: ErrorOptions) {
      const entry = table[code]!
      super(name, code, entry.status, entry.message(params), params, options)
    }
  }
  // The class is generic in its code only for the compiler.
  return PackageError as unknown as CodedErrorClass<Table>
}

export const isCodedError = (error: unknown): error is CodedError =>
  error instanceof Error &&
  typeof (error as Partial<CodedError>).code === 'string' &&
  typeof (error as Partial<CodedError>).status === 'number'
