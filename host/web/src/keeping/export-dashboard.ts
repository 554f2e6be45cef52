import { Dashboard } from '@orrery/dashboard'
import { getResource } from '../api/resources.ts'
import { download } from '../export/download.ts'
import { toFileName } from '../export/file-name.ts'
import { writeDocument, type DocumentFormat } from './read-document.ts'

const types: Readonly<Record<DocumentFormat, string>> = { json: 'application/json', yaml: 'application/yaml' }

/** Hands the dashboard, as the host has it, to the browser as a file. */
export async function exportDashboard(id: string, format: DocumentFormat): Promise<void> {
  const { resource } = await getResource(Dashboard.plural, id)
  download(`${toFileName(resource.metadata.title)}.${format}`, writeDocument(resource, format), types[format])
}
