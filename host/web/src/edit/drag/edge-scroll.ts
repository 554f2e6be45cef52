const EDGE_PX = 56
/** So many pixels in a frame at the very edge. */
const FASTEST_PX = 18

/** How far to scroll in a frame while the pointer is so near to the edge of what scrolls; 0 away from it. */
export function edgeSpeed(pointer: number, start: number, end: number): number {
  const into = (distance: number) => Math.min(1, Math.max(0, (EDGE_PX - distance) / EDGE_PX))
  return Math.round(FASTEST_PX * (into(end - pointer) - into(pointer - start)))
}

/** Scrolls the element when the pointer is near its upper or lower edge; answers by how much it did. */
export function scrollAtEdge(element: HTMLElement, pointer: number): number {
  const { top, bottom } = element.getBoundingClientRect()
  const before = element.scrollTop
  const by = edgeSpeed(pointer, top, bottom)
  if (by !== 0) element.scrollTop = before + by
  return element.scrollTop - before
}
