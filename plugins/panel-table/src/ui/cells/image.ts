import { h, type VNodeChild } from 'vue'
import { isShownImage } from '@orrery/ui'
import { drawLink } from './links.ts'

/** A picture, loaded when it comes into view; one that the page may not load is a link to it. */
export function drawImage(address: string, alt: string | undefined, height: number): VNodeChild {
  if (isShownImage(address))
    return h('img', {
      class: 'table-image',
      src: address,
      alt: alt ?? '',
      loading: 'lazy',
      style: { blockSize: `${height}px` },
    })
  if (/^https?:/i.test(address)) return drawLink({ href: address, newTab: true }, alt ?? address)
  return address
}
