import { readdir, readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import {
  type Kernelspec,
  registeredKernelspecs,
  tslabKernelspec,
} from '../../jupyter/kernelspec/kernelspecs.js'
import { mimeType } from '../contents/mime-type.js'
import { HttpError } from '../http-error.js'
import type { KernelspecInfo, Kernelspecs } from '../services.js'

/** The files that Jupyter's clients ask for: logos, and scripts of old. */
const offered = /^(?:logo-[\w-]+\.(?:png|svg)|kernel\.(?:js|css))$/

/** The kernels of this machine, tslab among them whether or not Jupyter knows it. */
export function nodeKernelspecs(log: (text: string) => void): Kernelspecs {
  const told = new Set<string>()
  const specs = async (): Promise<Kernelspec[]> => {
    const { kernelspecs, problems } = await registeredKernelspecs()
    for (const problem of problems.filter((each) => !told.has(each))) {
      told.add(problem)
      log(`backprop: a kernel is left out: ${problem}\n`)
    }
    const own = tslabKernelspec()
    return [own, ...kernelspecs.filter(({ name }) => name !== own.name)]
  }
  return {
    default: 'tslab',
    list: async () => Promise.all((await specs()).map(infoOf)),
    resource: async (name, file) => {
      const folder = (await specs()).find((each) => each.name === name)?.resource_dir
      const bytes = folder !== undefined && offered.test(file) ? await readInside(folder, file) : undefined
      if (bytes === undefined)
        throw new HttpError(404, `The kernel ${name} has no file ${file}.`, 'Not Found')
      return { bytes, mimetype: mimeType(file) ?? 'application/octet-stream' }
    },
  }
}

async function infoOf({ resource_dir: folder, name, ...spec }: Kernelspec): Promise<KernelspecInfo> {
  const files = folder === undefined ? [] : await readdir(folder).catch(() => [])
  return { name, spec, files: files.filter((file) => offered.test(file)).sort() }
}

/** A link out of the kernel's folder is not followed. */
async function readInside(folder: string, file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const real = await realpath(join(folder, file))
    if (!real.startsWith((await realpath(folder)) + sep)) return undefined
    return new Uint8Array(await readFile(real))
  } catch {
    return undefined
  }
}
