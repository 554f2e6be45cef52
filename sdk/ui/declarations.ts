import { globSync, readFileSync, writeFileSync } from 'node:fs'

// Node's resolution finds OIcon.vue.d.ts by `./OIcon.vue.js` and not by `./OIcon.vue`; bundlers find it by both.
for (const file of globSync('dist/**/*.d.ts')) {
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replaceAll(/(from |import\()(['"])(\.{1,2}\/[^'"]+)\2/g, (_, before: string, quote: string, path: string) => {
      const target = path.endsWith('.vue') ? `${path}.js` : path.replace(/\.ts$/, '.js')
      return `${before}${quote}${target}${quote}`
    }),
  )
}
