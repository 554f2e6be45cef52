/** Calls back when the element comes within this margin of the screen, and when it leaves it. Returns the stop. */
export function observeVisible(element: Element, margin: string, callback: (visible: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => callback(entries.at(-1)!.isIntersecting), {
    root: element.closest('.o-page'),
    rootMargin: margin,
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
