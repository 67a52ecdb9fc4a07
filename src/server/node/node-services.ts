import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { newActivity } from '../activity.js'
import { BegunUploads } from '../contents/begun-uploads.js'
import { folderContents } from '../contents/folder-contents.js'
import { PathLock } from '../contents/path-lock.js'
import { RootFolder } from '../contents/root-folder.js'
import { createCourse } from '../course/course.js'
import { courseContents } from '../course/course-contents.js'
import { exercisesOf } from '../course/exercises-of.js'
import { newEvents } from '../events/events.js'
import { nodeKernelspecs } from '../kernelspecs/node-kernelspecs.js'
import { Access } from '../security/access.js'
import type { Services } from '../services.js'
import { folderStore } from '../stores/folder-store.js'
import { Notary } from '../trust/notary.js'
import { SignatureStore } from '../trust/signature-store.js'
import { courseFolders } from './course-folders.js'
import { dataFolder } from './data-folder.js'
import { hostNames } from './host-names.js'
import { kernelServices } from './kernel-services.js'
import { nodePageFiles } from './node-page-files.js'
import { normalBaseUrl } from './normal-base-url.js'
import { pluginSchemas } from './plugin-schemas.js'

export interface ServerOptions {
  /** The folder of our package.json. */
  readonly home: string
  readonly version: string
  readonly ip: string
  /** What the contents API shows; without it the course's `work`. */
  readonly root?: string | undefined
  /** Default: a random one. Empty: everybody may come in. */
  readonly token?: string | undefined
  readonly baseUrl?: string | undefined
  /** The server's own folder; default: the platform's. */
  readonly data?: string | undefined
  /** Further names of this server. */
  readonly hosts?: readonly string[] | undefined
  /** How many kernels may run at once; default: no limit. */
  readonly maxKernels?: number | undefined
  /** Seconds after which an idle kernel is ended; default: never. */
  readonly cullIdle?: number | undefined
  /** Whether a kernel is kept ready for the next chapter; default: yes. */
  readonly prewarm?: boolean | undefined
  readonly log?: ((text: string) => void) | undefined
  /** Where the command was called. */
  readonly cwd?: string
}

/** What is known when the port is. */
export interface Listening {
  readonly port: number
  readonly secure: boolean
  readonly shutdown: () => void
}

/** The services on Node: files of this machine, processes as kernels. */
export async function createNodeServices(options: ServerOptions & Listening): Promise<Services> {
  const { version, ip, port, secure, shutdown } = options
  const folders = courseFolders({ ...options, data: options.data ?? dataFolder() })
  await mkdir(folders.root, { recursive: true })
  const events = newEvents()
  const notary = new Notary(new SignatureStore(join(folders.data, 'trust')))
  const begunUploads = new BegunUploads(join(folders.data, 'uploads'))
  await begunUploads.removeLeft()
  const lock = new PathLock()
  const course = createCourse(folders, { exercisesOf, lock })
  const log = options.log ?? ((text: string) => process.stderr.write(text))
  const root = await RootFolder.open(folders.root)
  const files = folderContents(root, { notary, events, begunUploads, lock })
  const contents = courseContents(files, course)
  return {
    version,
    secure,
    shutdown,
    folders,
    course,
    baseUrl: normalBaseUrl(options.baseUrl ?? '/'),
    access: new Access({ port, ...(options.token === undefined ? {} : { token: options.token }) }),
    hosts: hostNames(ip, options.hosts),
    log,
    activity: newActivity(),
    // In somebody's own folder nothing is made before they ask for a chapter.
    startPage:
      options.root === undefined ? async () => `notebooks/${await course.resume()}` : async () => 'tree',
    events,
    page: nodePageFiles(folders.app),
    kernelspecs: nodeKernelspecs(log),
    schemas: pluginSchemas(folders.app),
    stores: {
      settings: folderStore(join(folders.data, 'settings'), '.json5'),
      workspaces: folderStore(join(folders.data, 'workspaces'), '.json'),
      config: folderStore(join(folders.data, 'config'), '.json'),
    },
    ...kernelServices({ ...options, folders, log, contents, prewarm: options.prewarm ?? true }),
  }
}
