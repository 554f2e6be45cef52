interface MenuEntry {
  readonly label: string
  readonly icon?: string
  readonly disabled?: boolean
  /** A line stands above it. */
  readonly separated?: boolean
}

/** An entry of a menu that does something. */
export interface MenuAction extends MenuEntry {
  readonly select: () => void
  /** Keys that do the same, as text. */
  readonly shortcut?: string
  /** It destroys something. */
  readonly danger?: boolean
  readonly items?: never
}

interface MenuGroup extends MenuEntry {
  /** A menu that opens beside it. */
  readonly items: readonly MenuItem[]
}

/** One entry of a menu: it does something, or opens a menu of its own. */
export type MenuItem = MenuAction | MenuGroup
