import { kinds as knownKinds, routes } from '@orrery/api'
import { canonicalText, revisionOf, type Kind } from '@orrery/resource'
import { canonicalYaml } from '@orrery/resource/yaml'
import type { Remote } from './remote.ts'

/** A file that a resource is exported to. */
export interface ExportedText {
  /** `dashboards/home.yaml`. */
  readonly name: string
  readonly text: string
}

const withNewline = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)

/** One kind. What a newer host wrote, so that a canonical text would leave something out, is given to the byte. */
async function* textsOf(remote: Remote, { kind, plural }: Kind, asJson: boolean): AsyncGenerator<ExportedText> {
  const { client, resources, namespace: ns } = remote
  for await (const { resource, revision } of resources.list(plural)) {
    const json = canonicalText(resource)
    const name = `${plural}/${resource.id}`
    if (revisionOf(json) === revision)
      yield asJson ? { name: `${name}.json`, text: json } : { name: `${name}.yaml`, text: canonicalYaml(resource) }
    else {
      const { text } = await client.call(routes.getStored, { params: { ns, kind, id: resource.id } })
      yield { name: `${name}.json`, text: withNewline(text) }
    }
  }
}

/** The resources of kinds that this command does not know, as they are stored. */
async function* unknownTexts({ client, namespace: ns }: Remote): AsyncGenerator<ExportedText> {
  const { items } = await client.call(routes.listKinds, { params: { ns } })
  for (const { kind } of items.filter(({ kind }) => !knownKinds.some((known) => known.kind === kind))) {
    let after: string | undefined
    do {
      const query = { limit: 1000, ...(after !== undefined && { after }) }
      const page = await client.call(routes.listStored, { params: { ns, kind }, query })
      for (const { id, text } of page.items) yield { name: `${kind}/${id}.json`, text: withNewline(text) }
      after = page.next
    } while (after !== undefined)
  }
}

/** The texts of all resources of these kinds, or of every kind. */
export async function* exportedTexts(
  remote: Remote,
  kinds: readonly Kind[] | undefined,
  asJson: boolean,
): AsyncGenerator<ExportedText> {
  for (const kind of kinds ?? knownKinds) yield* textsOf(remote, kind, asJson)
  if (!kinds) yield* unknownTexts(remote)
}
