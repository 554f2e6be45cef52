import type { MountablePanel } from '@orrery/sdk'

import type { BigOptions } from '../options.ts'
import summary from '../summary.ts'

export default {
  abi: 1,
  mount: (element, props) => {
    const text = element.ownerDocument.createElement('strong')
    element.append(text)
    const update = (shown: typeof props) => {
      text.textContent = summary(shown)
      text.style.fontSize = shown.options.size === 'large' ? '3rem' : '1rem'
    }
    update(props)
    return { update, unmount: () => text.remove() }
  },
} satisfies MountablePanel<BigOptions>
