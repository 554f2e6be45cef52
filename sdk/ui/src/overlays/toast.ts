import { shallowRef, type ShallowRef } from 'vue'

export interface ToastOptions {
  readonly kind?: 'info' | 'ok' | 'warn' | 'error'
  /** Code of a coded error. */
  readonly code?: string | undefined
  /** Finds what happened in the log of the host. */
  readonly traceId?: string | undefined
  /** Milliseconds until it goes by itself; 5000 by default, and never for an error. */
  readonly duration?: number
}

export interface Toast extends ToastOptions {
  readonly id: number
  readonly text: string
  readonly kind: 'info' | 'ok' | 'warn' | 'error'
  readonly duration: number
  /** How often the same was said. */
  readonly count: number
  /** When it was said last, in milliseconds since the epoch. */
  readonly at: number
}

export interface Toasts {
  /** What is on the screen, the oldest first. */
  readonly list: Readonly<ShallowRef<readonly Toast[]>>
  /** What was said on this page, the latest first: the last 100, until {@link clear}. */
  readonly past: Readonly<ShallowRef<readonly Toast[]>>
  /** Shows a message, or counts it when the same is there already; calling what it returns takes it off the screen. */
  readonly show: (text: string, options?: ToastOptions) => () => void
  readonly dismiss: (id: number) => void
  /** Forgets the past, and takes everything off the screen. */
  readonly clear: () => void
}

const DURATION_MS = 5000
const KEPT = 100

export function createToasts(): Toasts {
  const list = shallowRef<readonly Toast[]>([])
  const past = shallowRef<readonly Toast[]>([])
  let lastId = 0
  const dismiss = (id: number) => {
    list.value = list.value.filter((toast) => toast.id !== id)
  }
  return {
    list,
    past,
    dismiss,
    clear: () => {
      list.value = []
      past.value = []
    },
    show: (text, options = {}) => {
      const kind = options.kind ?? 'info'
      const same = past.value.find((toast) => toast.text === text && toast.kind === kind && toast.code === options.code)
      const toast: Toast = {
        ...options,
        id: same?.id ?? ++lastId,
        text,
        kind,
        duration: options.duration ?? (kind === 'error' ? Infinity : DURATION_MS),
        count: (same?.count ?? 0) + 1,
        at: Date.now(),
      }
      past.value = [toast, ...past.value.filter((each) => each !== same)].slice(0, KEPT)
      const isShown = list.value.some(({ id }) => id === toast.id)
      list.value = isShown ? list.value.map((each) => (each.id === toast.id ? toast : each)) : [...list.value, toast]
      return () => dismiss(toast.id)
    },
  }
}

// The page has one pile of messages, whichever plugin shows one.
const page = createToasts()

/** The messages of the page; `OToasts` shows them. */
export const useToasts = (): Toasts => page
