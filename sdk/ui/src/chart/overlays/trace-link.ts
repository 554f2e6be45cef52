/**
 * A link with `${name}` filled in, each value encoded; undefined where a name is not known, or where it would lead
 * anywhere but to a page of http, https or of this host.
 */
export function fillTraceLink(template: string, values: Readonly<Record<string, string>>): string | undefined {
  let isWhole = true
  const url = template.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) isWhole = false
    return encodeURIComponent(value ?? '')
  })
  const isSafe = /^https?:\/\//i.test(url) || /^\/(?![/\\])/.test(url)
  return isWhole && isSafe ? url : undefined
}
