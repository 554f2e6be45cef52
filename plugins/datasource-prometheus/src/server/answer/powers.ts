/** Powers of ten from 10^-POWER_LIMIT to 10^POWER_LIMIT are known to twice the precision of a double. */
export const POWER_LIMIT = 64

/** The double nearest to 10^(index - POWER_LIMIT), and what that lacks, as a double. */
export const powers = new Float64Array(2 * POWER_LIMIT + 1)
export const powerRests = new Float64Array(2 * POWER_LIMIT + 1)

/** Bits that the rest is computed to, behind those of the power. */
const REST_BITS = 200n

const raw = new DataView(new ArrayBuffer(8))

/** A positive, normal double as mantissa * 2^exponent. */
function split(value: number): { mantissa: bigint; exponent: bigint } {
  raw.setFloat64(0, value)
  const bits = raw.getBigUint64(0)
  return { mantissa: BigInt.asUintN(52, bits) | (1n << 52n), exponent: (bits >> 52n) - 1075n }
}

const shift = (value: bigint, by: bigint) => (by < 0n ? value >> -by : value << by)

for (let index = 0; index < powers.length; index++) {
  const power = index - POWER_LIMIT
  const nearest = Number(`1e${power}`)
  const { mantissa, exponent } = split(nearest)
  const unit = exponent - REST_BITS
  // The power as a whole number of 2^unit.
  const ten = 10n ** BigInt(Math.abs(power))
  const exact = power < 0 ? shift(1n, -unit) / ten : shift(ten, -unit)
  powers[index] = nearest
  powerRests[index] = Number(exact - (mantissa << REST_BITS)) * 2 ** Number(unit)
}
