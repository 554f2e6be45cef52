import { declareFunctions } from './declare.ts'

export const math = declareFunctions('math', {
  abs: { takes: 'v: instant', summary: 'Each value without its sign.', example: 'abs(delta(node_load1[1h]))' },
  ceil: { takes: 'v: instant', summary: 'Each value rounded up to an integer.', example: 'ceil(node_load1)' },
  floor: { takes: 'v: instant', summary: 'Each value rounded down to an integer.', example: 'floor(node_load1)' },
  round: {
    takes: 'v: instant, to: scalar?',
    summary: 'Each value rounded to the nearest integer, or to the nearest multiple of a number.',
    example: 'round(node_load1, 0.5)',
  },
  clamp: {
    takes: 'v: instant, min: scalar, max: scalar',
    summary: 'Each value kept within two limits.',
    example: 'clamp(node_load1, 0, 10)',
  },
  clamp_min: {
    takes: 'v: instant, min: scalar',
    summary: 'Each value, but never below the limit.',
    example: 'clamp_min(node_load1, 0)',
  },
  clamp_max: {
    takes: 'v: instant, max: scalar',
    summary: 'Each value, but never above the limit.',
    example: 'clamp_max(node_load1, 10)',
  },
  sgn: { takes: 'v: instant', summary: 'The sign of each value: 1, 0 or -1.', example: 'sgn(deriv(node_load1[1h]))' },
  sqrt: { takes: 'v: instant', summary: 'The square root of each value.', example: 'sqrt(node_load1)' },
  exp: { takes: 'v: instant', summary: 'e to the power of each value.', example: 'exp(node_load1)' },
  ln: { takes: 'v: instant', summary: 'The natural logarithm of each value.', example: 'ln(node_load1)' },
  log2: { takes: 'v: instant', summary: 'The logarithm of each value to base 2.', example: 'log2(node_load1)' },
  log10: { takes: 'v: instant', summary: 'The logarithm of each value to base 10.', example: 'log10(node_load1)' },
  scalar: {
    takes: 'v: instant',
    returns: 'scalar',
    summary: 'The value of the only series as a number; NaN when there are none or several.',
    example: 'node_load1 / scalar(count(node_cpu_seconds_total{mode="idle"}))',
  },
  vector: {
    takes: 'number: scalar',
    summary: 'A number as a vector of one series without labels.',
    example: 'sum(rate(errors_total[5m])) or vector(0)',
  },
})

const angle = (summary: string, example: string) => ({ takes: 'v: instant', summary, example })

export const trigonometry = declareFunctions('trigonometry', {
  sin: angle('The sine of each value, in radians.', 'sin(angle_radians)'),
  cos: angle('The cosine of each value, in radians.', 'cos(angle_radians)'),
  tan: angle('The tangent of each value, in radians.', 'tan(angle_radians)'),
  asin: angle('The arc sine of each value, in radians.', 'asin(ratio)'),
  acos: angle('The arc cosine of each value, in radians.', 'acos(ratio)'),
  atan: angle('The arc tangent of each value, in radians.', 'atan(ratio)'),
  sinh: angle('The hyperbolic sine of each value.', 'sinh(ratio)'),
  cosh: angle('The hyperbolic cosine of each value.', 'cosh(ratio)'),
  tanh: angle('The hyperbolic tangent of each value.', 'tanh(ratio)'),
  asinh: angle('The inverse hyperbolic sine of each value.', 'asinh(ratio)'),
  acosh: angle('The inverse hyperbolic cosine of each value.', 'acosh(ratio)'),
  atanh: angle('The inverse hyperbolic tangent of each value.', 'atanh(ratio)'),
  deg: angle('Radians as degrees.', 'deg(angle_radians)'),
  rad: angle('Degrees as radians.', 'rad(angle_degrees)'),
  pi: { takes: '', returns: 'scalar', summary: 'The number pi.', example: '2 * pi()' },
})
