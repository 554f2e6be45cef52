import type { Role } from '@orrery/access'
import { t } from '../text.ts'

const titles: Readonly<Record<Role, () => string>> = {
  none: () => t('No access'),
  viewer: () => t('Viewer'),
  editor: () => t('Editor'),
  admin: () => t('Admin'),
}

/** A role as people read it. */
export const roleTitle = (role: Role): string => titles[role]()
