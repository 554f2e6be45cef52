import { shallowRef, type ShallowRef } from 'vue'

export interface ToastOptions {
  readonly kind?: 'info' | 'ok' | 'warn' | 'error'
  /** Code of a coded error. */
  readonly code?: string | undefined
  /** Milliseconds until it goes by itself; 5000 by default, and never for an error. */
  readonly duration?: number
}

export interface Toast extends ToastOptions {
  readonly id: number
  readonly text: string
  readonly kind: 'info' | 'ok' | 'warn' | 'error'
  readonly duration: number
}

export interface Toasts {
  readonly list: Readonly<ShallowRef<readonly Toast[]>>
  /** Shows a message; calling what it returns takes it away again. */
  readonly show: (text: string, options?: ToastOptions) => () => void
  readonly dismiss: (id: number) => void
}

const defaultDuration = 5000

export function createToasts(): Toasts {
  const list = shallowRef<readonly Toast[]>([])
  let lastId = 0
  const dismiss = (id: number) => {
    list.value = list.value.filter((toast) => toast.id !== id)
  }
  return {
    list,
    dismiss,
    show: (text, options = {}) => {
      const kind = options.kind ?? 'info'
      const duration = options.duration ?? (kind === 'error' ? Infinity : defaultDuration)
      const id = ++lastId
      list.value = [...list.value, { ...options, id, text, kind, duration }]
      return () => dismiss(id)
    },
  }
}

// The page has one pile of messages, whichever plugin shows one.
const page = createToasts()

/** The messages of the page; `OToasts` shows them. */
export const useToasts = (): Toasts => page
