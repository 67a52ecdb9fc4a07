import { HttpError } from './http-error.js'
import type { Channels, Contents, Kernels, Kernelspecs, Outputs, Sessions } from './services.js'

const none = () => new HttpError(404, 'This server runs no kernels.', 'No kernels')

/** The kernels of a server that runs none. */
export const noKernels: Kernels = {
  list: async () => [],
  get: async () => {
    throw none()
  },
  start: async () => {
    throw none()
  },
  interrupt: async () => {
    throw none()
  },
  restart: async () => {
    throw none()
  },
  shutdown: async () => {
    throw none()
  },
  warm: () => {},
  close: async () => {},
}

export const noSessions: Sessions = {
  list: async () => [],
  get: async () => {
    throw none()
  },
  create: async () => {
    throw none()
  },
  change: async () => {
    throw none()
  },
  delete: async () => {
    throw none()
  },
  renamed: async () => {},
}

export const noOutputs: Outputs = {
  of: (path) => ({ path, kernel: null, seq: 0, client: null, runs: [] }),
  shown: () => {},
  dismiss: () => {},
  saved: () => {},
}

export const noChannels: Channels = {
  connect: () => {
    throw none()
  },
}

const nothing = async () => {
  throw new HttpError(404, 'This server has no files.', 'No files')
}

export const noContents: Contents = {
  get: nothing,
  save: nothing,
  create: nothing,
  copy: nothing,
  rename: nothing,
  delete: nothing,
  checkpoints: nothing,
  createCheckpoint: nothing,
  restoreCheckpoint: nothing,
  deleteCheckpoint: nothing,
  trust: nothing,
  locate: nothing,
}

export const noKernelspecs: Kernelspecs = {
  list: async () => ({ default: '', kernelspecs: {} }),
  get: nothing,
  resource: nothing,
}
