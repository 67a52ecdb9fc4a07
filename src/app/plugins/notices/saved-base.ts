import type { Contents, ServiceManager } from '@jupyterlab/services'
import { RestContentProvider } from '@jupyterlab/services'

const provider = 'backprop-notebooks:based'

/** Versions that open documents grew from, by path. */
const bases = new Map<string, () => string | undefined>()

/** Tells which version the document at a path grew from, as the hash that the server gave, at the time of a save. */
export function baseFor(path: string, base: () => string | undefined): () => void {
  bases.set(path, base)
  return () => {
    if (bases.get(path) === base) bases.delete(path)
  }
}

/**
 * Makes every save carry the version that it is based on, so that the server can refuse one that would write over
 * what another page or program has saved: 409, and nothing is changed.
 */
export function saveWithBase({ contents, serverSettings }: ServiceManager.IManager): void {
  const { defaultDrive: drive } = contents as Contents.IManager & { defaultDrive?: Contents.IDrive }
  const registry = drive?.contentProviderRegistry
  if (drive === undefined || registry === undefined) return
  const plain = { serverSettings, apiEndpoint: 'api/contents' }
  registry.register(provider, {
    get: (path, options) => new RestContentProvider(plain).get(path, options),
    save: (path, options) => {
      const base = bases.get(path)?.()
      const headers = {
        ...serverSettings.init.headers,
        ...(base === undefined ? {} : { 'X-Backprop-Base': base }),
      }
      const settings = { ...serverSettings, init: { ...serverSettings.init, headers } }
      return new RestContentProvider({ ...plain, serverSettings: settings }).save(path, options)
    },
  })
  const save = drive.save.bind(drive)
  drive.save = (path, options) => {
    const based = bases.has(path) && options?.contentProviderId === undefined
    return save(path, based ? { ...options, contentProviderId: provider } : options)
  }
}
