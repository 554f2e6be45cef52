import { session } from '../api/session.ts'
import { t } from '../text.ts'

/** A subject id as people know it: `user:ada` is ada; `own` is what the reader is called. */
export function authorName(id: string | undefined, own = t('you, in another window')): string {
  if (id === undefined) return t('somebody')
  if (id === session.user?.id) return own
  if (id === 'provisioning') return t('the provisioning files')
  return id.slice(id.indexOf(':') + 1)
}
