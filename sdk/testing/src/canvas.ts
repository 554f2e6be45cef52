/**
 * A DOM for tests draws nothing: its canvas has no context. This gives one that takes every command and measures text
 * by its length, so that charts run their whole course. Returns the undo.
 */
export function fakeCanvas(): () => void {
  const prototype = HTMLCanvasElement.prototype
  const original = Object.getOwnPropertyDescriptor(prototype, 'getContext')
  const context = new Proxy<Record<PropertyKey, unknown>>(
    { measureText: (text: string) => ({ width: text.length * 6 }) },
    {
      get: (target, key) => (key in target ? target[key] : () => context),
      set: (target, key, value) => Reflect.set(target, key, value),
    },
  )
  Object.defineProperty(prototype, 'getContext', { configurable: true, value: () => context })
  const path = Object.getOwnPropertyDescriptor(globalThis, 'Path2D')
  const Path = function () {
    return new Proxy({}, { get: () => () => undefined })
  }
  if (!path) Object.defineProperty(globalThis, 'Path2D', { configurable: true, value: Path })
  return () => {
    if (original) Object.defineProperty(prototype, 'getContext', original)
    if (!path) Reflect.deleteProperty(globalThis, 'Path2D')
  }
}
