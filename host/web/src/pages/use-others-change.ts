import { isCodedError } from '@orrery/sdk'
import { computed, shallowRef } from 'vue'
import { useChanges, type Change } from '../api/changes.ts'
import { getResource } from '../api/resources.ts'

/** That a resource on the page is not any more what the page shows. */
export interface OthersChange {
  readonly isDeleted: boolean
  /** Subject id, as far as it is known. */
  readonly author: string | undefined
}

export interface OthersChangeOptions {
  readonly plural: string
  readonly kind: string
  readonly id: () => string | undefined
  /** The number of the change that the page shows; undefined while nothing is to be said. */
  readonly change: () => number | undefined
}

type Latest = Pick<Change, 'change' | 'action'> & { readonly author: string | undefined }

/** The change that somebody else made to the resource on the page. */
export function useOthersChange({ plural, kind, id, change }: OthersChangeOptions) {
  const latest = shallowRef<{ readonly id: string } & Latest>()

  /** Nobody told of changes for a while. */
  async function look(of: string) {
    try {
      const { change: number, updatedBy } = await getResource(plural, of)
      latest.value = { id: of, change: number, action: 'update', author: updatedBy }
    } catch (error) {
      if (isCodedError(error) && error.code === 'RESOURCE_NOT_FOUND')
        latest.value = { id: of, change: Infinity, action: 'delete', author: undefined }
    }
  }
  useChanges((now) => {
    const of = id()
    if (of === undefined) return
    if (!now) void look(of)
    else if (now.key.kind === kind && now.key.id === of) latest.value = { ...now, id: of }
  })

  return computed((): OthersChange | undefined => {
    const shown = change()
    const { value } = latest
    if (shown === undefined || !value || value.id !== id() || value.change <= shown) return undefined
    return { isDeleted: value.action === 'delete', author: value.author }
  })
}
