import type { PointSymbol } from './series.ts'

/** Adds a symbol around a place, as large as a circle of this radius. */
type Draw = (path: Path2D, x: number, y: number, radius: number) => void

const closed =
  (corners: readonly (readonly [x: number, y: number])[]): Draw =>
  (path, x, y, radius) => {
    corners.forEach(([dx, dy], k) => {
      if (k === 0) path.moveTo(x + dx * radius, y + dy * radius)
      else path.lineTo(x + dx * radius, y + dy * radius)
    })
    path.closePath()
  }

/** Half the width of an arm. */
const ARM = 0.28
const plus = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
] as const
const turned = plus.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const)

const symbols: Readonly<Record<PointSymbol, Draw>> = {
  circle(path, x, y, radius) {
    path.moveTo(x + radius, y)
    path.arc(x, y, radius, 0, Math.PI * 2)
  },
  square: closed([
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ]),
  diamond: closed([
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ]),
  triangle: closed([
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ]),
  plus: closed(plus),
  cross: closed(turned),
}

export const addSymbol = (
  path: Path2D,
  symbol: PointSymbol,
  place: { readonly x: number; readonly y: number },
  radius: number,
): void => symbols[symbol](path, place.x, place.y, radius)
