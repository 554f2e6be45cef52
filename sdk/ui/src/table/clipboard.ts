/** Copies a text; false where the browser does not let a page do it. */
export async function copyText(text: string): Promise<boolean> {
  // Only pages with a secure address have the clipboard; the others may copy in answer to a press.
  if ('clipboard' in navigator)
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  return document.execCommand('copy')
}
