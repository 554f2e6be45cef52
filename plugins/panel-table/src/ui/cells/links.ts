import { h, type VNode, type VNodeChild } from 'vue'
import type { FilledLink } from '@orrery/sdk'
import { OMenu } from '@orrery/ui'
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

/** A cell that leads somewhere: by a link, or by a menu where there are several. */
export function drawLinked(links: readonly FilledLink[], content: VNodeChild): VNodeChild {
  const [only] = links
  if (!only) return content
  if (links.length === 1) return drawLink(only, content)
  const items = links.map(({ title, href, newTab }) => ({
    label: title,
    icon: 'external-link',
    select: () => void window.open(href, newTab ? '_blank' : '_self', 'noopener'),
  }))
  return h(OMenu, { items, label: t('Links'), align: 'start' }, () =>
    h('button', { type: 'button', class: 'table-link table-link-menu' }, [content]),
  )
}
