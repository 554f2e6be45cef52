export interface NumberCodes {
  /** Codes of numbers, counted on over calls; -1 for NaN. */
  codesOf(values: Float64Array): Int32Array
  /** How many different numbers there were. */
  count(): number
}

/**
 * Numbers different values as they are met: a table with open addressing, as a Map of numbers takes six times as long.
 * `most` is how many values there will be at most.
 */
export function createNumberCodes(most: number): NumberCodes {
  let bits = Math.min(12, Math.max(4, 32 - Math.clz32(most)))
  let size = 1 << bits
  let keys = new Float64Array(size)
  let slots = new Int32Array(size).fill(-1)
  /** The value of each code. */
  let values = new Float64Array(size)
  let count = 0
  const grow = () => {
    const [oldKeys, oldSlots] = [keys, slots]
    bits += 2
    size = 1 << bits
    keys = new Float64Array(size)
    slots = new Int32Array(size).fill(-1)
    const known = values
    values = new Float64Array(size)
    values.set(known)
    for (let s = 0; s < oldSlots.length; s++) {
      if (oldSlots[s]! < 0) continue
      const at = slotOf(oldKeys[s]!)
      keys[at] = oldKeys[s]!
      slots[at] = oldSlots[s]!
    }
  }
  const slotOf = (value: number): number => {
    // Positive and negative zero are one value, and have one place.
    word[0] = value === 0 ? 0 : value
    let at = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits)
    while (slots[at]! >= 0 && keys[at] !== value) at = (at + 1) & (size - 1)
    return at
  }
  return {
    codesOf(cells) {
      const codes = new Int32Array(cells.length)
      let code = -1
      for (let r = 0; r < cells.length; r++) {
        const value = cells[r]!
        // Times of one series after the other come in the same order, and sorted numbers repeat.
        if (code + 1 < count && values[code + 1] === value) codes[r] = ++code
        else if (code >= 0 && values[code] === value) codes[r] = code
        else if (Number.isNaN(value)) codes[r] = -1
        else {
          let at = slotOf(value)
          if (slots[at]! < 0) {
            if (count * 2 >= size) {
              grow()
              at = slotOf(value)
            }
            keys[at] = value
            values[count] = value
            slots[at] = count++
          }
          code = codes[r] = slots[at]!
        }
      }
      return codes
    },
    count: () => count,
  }
}

const word = new Float64Array(1)
const words = new Int32Array(word.buffer)
