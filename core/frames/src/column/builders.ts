import { FrameError } from '../errors.ts'
import type { FieldMeta } from '../metadata.ts'
import { BooleanColumn } from './boolean-column.ts'
import type { Column, ColumnKind, Columns } from './column.ts'
import { Float64Buffer, Int32Buffer } from './growable.ts'
import { JsonColumn } from './json-column.ts'
import { LongTextColumn } from './long-text-column.ts'
import { NanosColumn } from './nanos-column.ts'
import { NumberColumn, type NumberKind } from './number-column.ts'
import { TextColumn, TextDictionary } from './text-column.ts'
import { Utf8Strings } from './utf8.ts'
import { toValidity } from './validity.ts'

/** Collects cells into a column. null and undefined are missing cells; a cell of another kind throws. */
export interface ColumnBuilder<C = Column> {
  readonly length: number
  push(cell: unknown): void
  build(meta: FieldMeta): C
}

/** The furthest moment that a Date can name, in milliseconds. */
const FURTHEST = 8.64e15

const expected: Readonly<Record<ColumnKind, string>> = {
  time: 'a time in milliseconds (a finite number)',
  nanos: 'a time in nanoseconds (a 64-bit bigint)',
  number: 'a number',
  integer: 'a whole number up to 2^53',
  boolean: 'true or false',
  text: 'a string',
  longText: 'a string',
  json: 'a JSON value',
}

const describeCell = (cell: unknown): string =>
  typeof cell === 'number' || typeof cell === 'bigint'
    ? `the ${typeof cell} ${cell}`
    : Array.isArray(cell)
      ? 'an array'
      : `a value of type ${typeof cell}`

export const cellError = (field: string, kind: ColumnKind, row: number, cell: unknown) =>
  new FrameError('FRAME_CELL_KIND', { field, row, found: describeCell(cell), expected: expected[kind] })

export const isTime = (value: number): boolean => value >= -FURTHEST && value <= FURTHEST

export class NumberBuilder<K extends NumberKind> implements ColumnBuilder<NumberColumn<K>> {
  readonly #values = new Float64Buffer()
  readonly #nulls = new Int32Buffer()
  readonly #field: string
  readonly #kind: K

  constructor(field: string, kind: K) {
    this.#field = field
    this.#kind = kind
  }

  get length(): number {
    return this.#values.length
  }

  push(cell: unknown): void {
    if (cell === null || cell === undefined) {
      this.#nulls.push(this.length)
      this.#values.push(NaN)
      return
    }
    if (typeof cell !== 'number') throw cellError(this.#field, this.#kind, this.length, cell)
    if (this.#kind === 'time' ? !isTime(cell) : this.#kind === 'integer' && !Number.isSafeInteger(cell))
      throw cellError(this.#field, this.#kind, this.length, cell)
    this.#values.push(this.#kind === 'time' ? Math.round(cell) : cell)
  }

  /** Adds the first `count` cells. */
  append(cells: ArrayLike<unknown>, count: number): void {
    if (cells instanceof Float64Array && this.#kind === 'number') this.#values.append(cells, count)
    else for (let k = 0; k < count; k++) this.push(cells[k])
  }

  build(meta: FieldMeta): NumberColumn<K> {
    return new NumberColumn(this.#kind, this.#values.take(), toValidity(this.length, this.#nulls), meta)
  }
}

class BooleanBuilder implements ColumnBuilder<BooleanColumn> {
  readonly #values: number[] = []
  readonly #nulls = new Int32Buffer()
  readonly #field: string

  constructor(field: string) {
    this.#field = field
  }

  get length(): number {
    return this.#values.length
  }

  push(cell: unknown): void {
    if (cell === null || cell === undefined) this.#nulls.push(this.length)
    else if (typeof cell !== 'boolean') throw cellError(this.#field, 'boolean', this.length, cell)
    this.#values.push(cell === true ? 1 : 0)
  }

  build(meta: FieldMeta): BooleanColumn {
    return new BooleanColumn(Uint8Array.from(this.#values), toValidity(this.length, this.#nulls), meta)
  }
}

class NanosBuilder implements ColumnBuilder<NanosColumn> {
  readonly #values: bigint[] = []
  readonly #nulls = new Int32Buffer()
  readonly #field: string

  constructor(field: string) {
    this.#field = field
  }

  get length(): number {
    return this.#values.length
  }

  push(cell: unknown): void {
    if (cell === null || cell === undefined) {
      this.#nulls.push(this.length)
      this.#values.push(0n)
      return
    }
    if (typeof cell !== 'bigint' || BigInt.asIntN(64, cell) !== cell)
      throw cellError(this.#field, 'nanos', this.length, cell)
    this.#values.push(cell)
  }

  build(meta: FieldMeta): NanosColumn {
    return new NanosColumn(BigInt64Array.from(this.#values), toValidity(this.length, this.#nulls), meta)
  }
}

export class TextBuilder implements ColumnBuilder<TextColumn> {
  readonly #codes = new Int32Buffer()
  readonly #strings: string[] = []
  readonly #codeOf = new Map<string, number>()
  readonly #field: string

  constructor(field: string) {
    this.#field = field
  }

  get length(): number {
    return this.#codes.length
  }

  push(cell: unknown): void {
    if (cell === null || cell === undefined) return this.#codes.push(-1)
    if (typeof cell !== 'string') throw cellError(this.#field, 'text', this.length, cell)
    let code = this.#codeOf.get(cell)
    if (code === undefined) {
      code = this.#strings.push(cell) - 1
      this.#codeOf.set(cell, code)
    }
    this.#codes.push(code)
  }

  build(meta: FieldMeta = {}): TextColumn {
    return new TextColumn(this.#codes.take(), new TextDictionary([...this.#strings]), meta)
  }
}

class StringsBuilder<C extends LongTextColumn | JsonColumn> implements ColumnBuilder<C> {
  readonly #strings: string[] = []
  readonly #nulls = new Int32Buffer()
  readonly #toText: (cell: unknown, row: number) => string
  readonly #make: (strings: Utf8Strings, validity: Uint8Array | undefined, meta: FieldMeta) => C

  constructor(
    toText: (cell: unknown, row: number) => string,
    make: (strings: Utf8Strings, validity: Uint8Array | undefined, meta: FieldMeta) => C,
  ) {
    this.#toText = toText
    this.#make = make
  }

  get length(): number {
    return this.#strings.length
  }

  push(cell: unknown): void {
    const missing = cell === null || cell === undefined
    if (missing) this.#nulls.push(this.length)
    this.#strings.push(missing ? '' : this.#toText(cell, this.length))
  }

  build(meta: FieldMeta): C {
    return this.#make(Utf8Strings.from(this.#strings), toValidity(this.length, this.#nulls), meta)
  }
}

const longTextBuilder = (field: string) =>
  new StringsBuilder(
    (cell, row) => {
      if (typeof cell !== 'string') throw cellError(field, 'longText', row, cell)
      return cell
    },
    (strings, validity, meta) => new LongTextColumn(strings, validity, meta),
  )

const jsonBuilder = (field: string) =>
  new StringsBuilder(
    (cell, row) => {
      let text: string | undefined
      try {
        text = JSON.stringify(cell)
      } catch (cause) {
        throw new FrameError(
          'FRAME_CELL_KIND',
          { field, row, found: describeCell(cell), expected: expected.json },
          { cause },
        )
      }
      if (text === undefined) throw cellError(field, 'json', row, cell)
      return text
    },
    (strings, validity, meta) => new JsonColumn(strings, validity, meta),
  )

const builders: { readonly [K in ColumnKind]: (field: string) => ColumnBuilder<Columns[K]> } = {
  time: (field) => new NumberBuilder(field, 'time'),
  nanos: (field) => new NanosBuilder(field),
  number: (field) => new NumberBuilder(field, 'number'),
  integer: (field) => new NumberBuilder(field, 'integer'),
  boolean: (field) => new BooleanBuilder(field),
  text: (field) => new TextBuilder(field),
  longText: longTextBuilder,
  json: jsonBuilder,
}

/** A builder for a column of this kind; `field` names it in errors. */
export const createBuilder = <K extends ColumnKind>(kind: K, field: string): ColumnBuilder<Columns[K]> =>
  builders[kind](field)
