/** Hands a file to the browser. */
export function downloadFile(name: string, content: Blob) {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}

/** Hands a text to the browser as a file. */
export const download = (name: string, text: string, type: string) =>
  downloadFile(name, new Blob([text], { type: `${type};charset=utf-8` }))
