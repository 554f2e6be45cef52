import { matchesGlob } from 'node:path'

/** Whether a .dockerignore leaves a path out: the last pattern that matches it, or a folder above it, decides. */
export function createIgnore(text: string): (path: string) => boolean {
  const patterns = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ leavesOut: !line.startsWith('!'), glob: line.replace(/^!/, '') }))
  return (path) => {
    const parts = path.split('/')
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
    return patterns.findLast(({ glob }) => above.some((each) => matchesGlob(each, glob)))?.leavesOut ?? false
  }
}
