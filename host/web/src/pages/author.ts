import { session } from '../api/session.ts'
import { t } from '../text.ts'

/** A subject id as people know it: `user:ada` is ada. */
export function authorName(id: string | undefined): string {
  if (id === undefined) return t('somebody')
  if (id === session.user?.id) return t('you, in another window')
  if (id === 'provisioning') return t('the provisioning files')
  return id.slice(id.indexOf(':') + 1)
}
