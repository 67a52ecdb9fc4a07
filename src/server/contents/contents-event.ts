import type { JsonObject } from '../../jupyter/notebook/notebook.js'

/** The schema of these events. */
export const contentsSchema = 'https://events.jupyter.org/jupyter_server/contents_service/v1'

/**
 * What happened to a file, as Jupyter Server tells it on its event bus.
 *
 * @see https://events.jupyter.org/jupyter_server/contents_service/v1
 */
export function contentsEvent(action: string, path: string, from?: string): JsonObject {
  return {
    schema_id: contentsSchema,
    schema_version: '1',
    metadata_version: 1,
    timestamp: new Date().toISOString(),
    action,
    path,
    ...(from === undefined ? {} : { source_path: from }),
  }
}
