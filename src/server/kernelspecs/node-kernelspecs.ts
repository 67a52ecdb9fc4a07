import { kernelspecResources, readKernelspecResource } from '../../jupyter/kernelspec/kernelspec-resources.js'
import {
  type Kernelspec,
  registeredKernelspecs,
  tslabKernelspec,
} from '../../jupyter/kernelspec/kernelspecs.js'
import { mimeType } from '../contents/mime-type.js'
import { HttpError } from '../http-error.js'
import type { KernelspecInfo, Kernelspecs } from '../services.js'

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
      const found = (await specs()).find((each) => each.name === name)
      const bytes = await readKernelspecResource(found ?? {}, file)
      if (bytes === undefined)
        throw new HttpError(404, `The kernel ${name} has no file ${file}.`, 'Not Found')
      return { bytes: new Uint8Array(bytes), mimetype: mimeType(file) ?? 'application/octet-stream' }
    },
  }
}

async function infoOf({ resource_dir, name, ...spec }: Kernelspec): Promise<KernelspecInfo> {
  const folder = resource_dir === undefined ? {} : { resource_dir }
  return { name, spec, resources: await kernelspecResources(folder) }
}
