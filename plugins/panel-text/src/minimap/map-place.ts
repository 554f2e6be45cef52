/** Where a text stands in its editor. All but `lines` in CSS pixels. */
export interface TextPlace {
  readonly lines: number
  readonly contentHeight: number
  readonly roomHeight: number
  readonly scrollTop: number
}

/** How a map shows a text: from which of its own pixels on, and where what is seen of the text lies in it. */
export interface MapPlace {
  readonly offset: number
  readonly seenTop: number
  readonly seenHeight: number
}

/** The height of a line in a map. */
export const lineStep = 3

/** A map as high as the room: where the text is longer, the map moves along, so that both end together. */
export function toMapPlace({ lines, contentHeight, roomHeight, scrollTop }: TextPlace): MapPlace {
  const whole = lines * lineStep
  const scale = whole / Math.max(1, contentHeight)
  const way = Math.max(0, contentHeight - roomHeight)
  const share = way === 0 ? 0 : Math.min(1, Math.max(0, scrollTop / way))
  const offset = Math.max(0, whole - roomHeight) * share
  const seenHeight = Math.min(roomHeight, whole, roomHeight * scale)
  return { offset, seenTop: share * way * scale - offset, seenHeight }
}

/** How far to scroll so that what a map shows at `y` is in the middle. */
export function scrollTo(y: number, place: TextPlace): number {
  const { lines, contentHeight, roomHeight } = place
  const at = ((y + toMapPlace(place).offset) / (lines * lineStep)) * contentHeight
  return Math.max(0, Math.min(contentHeight - roomHeight, at - roomHeight / 2))
}

/** How far to scroll so that what is seen has moved by `dy` in the map. */
export function scrollBy(dy: number, place: TextPlace): number {
  const { lines, contentHeight, roomHeight, scrollTop } = place
  const way = Math.max(0, contentHeight - roomHeight)
  const inMap = Math.min(roomHeight, lines * lineStep) - toMapPlace(place).seenHeight
  return inMap <= 0 ? scrollTop : Math.max(0, Math.min(way, scrollTop + (dy / inMap) * way))
}
