/** A Float64Array that grows. */
export class Float64Buffer {
  data: Float64Array<ArrayBuffer>
  length = 0

  constructor(capacity = 256) {
    this.data = new Float64Array(capacity)
  }

  reserve(extra: number): void {
    const needed = this.length + extra
    if (needed <= this.data.length) return
    const grown = new Float64Array(Math.max(needed, this.data.length * 2))
    grown.set(this.data.subarray(0, this.length))
    this.data = grown
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1)
    this.data[this.length++] = value
  }

  /** Adds the first `count` values. */
  append(values: ArrayLike<number>, count = values.length): void {
    this.reserve(count)
    const { data, length } = this
    for (let k = 0; k < count; k++) data[length + k] = values[k]!
    this.length += count
  }

  /** What was written: a view when it fills nearly all of the storage, else a copy that does not hold the rest in memory. */
  take(): Float64Array<ArrayBuffer> {
    return this.length > this.data.length * 0.97 ? this.data.subarray(0, this.length) : this.data.slice(0, this.length)
  }
}

/** An Int32Array that grows. */
export class Int32Buffer {
  data: Int32Array<ArrayBuffer>
  length = 0

  constructor(capacity = 16) {
    this.data = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Int32Array(this.data.length * 2)
      grown.set(this.data)
      this.data = grown
    }
    this.data[this.length++] = value
  }

  take(): Int32Array<ArrayBuffer> {
    return this.data.slice(0, this.length)
  }
}
