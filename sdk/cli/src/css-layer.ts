import type { Plugin } from 'vite'

/** Puts a plugin's styles into `@layer plugins`, above the kit's and below the host's, whatever their specificity. */
export const cssLayer: Plugin = {
  name: 'orrery:css-layer',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = `@layer plugins{${Buffer.from(file.source).toString()}}`
    },
  },
}
