/** One entry of a menu. */
export interface MenuItem {
  readonly label: string
  readonly select: () => void
  readonly icon?: string
  /** Keys that do the same, as text. */
  readonly shortcut?: string
  /** It destroys something. */
  readonly danger?: boolean
  readonly disabled?: boolean
  /** A line stands above it. */
  readonly separated?: boolean
}
