import { h, type VNode, type VNodeChild } from 'vue'
import type { FilledLink, OfferedAction } from '@orrery/sdk'
import { OMenu, type MenuAction } from '@orrery/ui'
import { t } from '../../text.ts'

const relation = 'noopener noreferrer'

export const drawLink = ({ href, newTab }: Omit<FilledLink, 'title'>, content: VNodeChild): VNode =>
  h('a', { class: 'table-link', href, rel: relation, ...(newTab && { target: '_blank' }) }, [content])

/** All links of a cell side by side. */
export const drawLinks = (links: readonly FilledLink[]): VNode =>
  h(
    'span',
    { class: 'table-links' },
    links.map((link) => drawLink(link, link.title)),
  )

/** What leads on from a cell: links, and actions after them. */
export const toOffers = (links: readonly FilledLink[], actions: readonly OfferedAction[]): readonly MenuAction[] => [
  ...links.map(({ title, href, newTab }) => ({
    label: title,
    icon: 'external-link',
    select: () => void window.open(href, newTab ? '_blank' : '_self', 'noopener'),
  })),
  ...actions.map(({ title, run }) => ({ label: title, icon: 'zap', select: run })),
]

/** A cell that leads somewhere: by a link, or by a menu where there are several or actions. */
export function drawLinked(
  links: readonly FilledLink[],
  actions: readonly OfferedAction[],
  content: VNodeChild,
): VNodeChild {
  const [only] = links
  if (links.length + actions.length === 0) return content
  if (only && links.length === 1 && actions.length === 0) return drawLink(only, content)
  const label = actions.length > 0 ? t('Links and actions') : t('Links')
  return h(OMenu, { items: toOffers(links, actions), label, align: 'start' }, () =>
    h('button', { type: 'button', class: 'table-link table-link-menu' }, [content]),
  )
}
