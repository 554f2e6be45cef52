/** Calls back when the element comes near the screen, and when it leaves. Returns the stop. */
export function observeVisible(element: Element, callback: (visible: boolean) => void): () => void {
  // Panels just below the edge are ready when they are scrolled to.
  const observer = new IntersectionObserver((entries) => callback(entries.at(-1)!.isIntersecting), {
    root: element.closest('.content'),
    rootMargin: '200px',
  })
  observer.observe(element)
  return () => observer.disconnect()
}

/** Calls back with the size of the element's content now and whenever it changes, in whole pixels. Returns the stop. */
export function observeSize(element: Element, callback: (width: number, height: number) => void): () => void {
  const observer = new ResizeObserver((entries) => {
    const { width, height } = entries.at(-1)!.contentRect
    callback(Math.floor(width), Math.floor(height))
  })
  observer.observe(element)
  return () => observer.disconnect()
}
