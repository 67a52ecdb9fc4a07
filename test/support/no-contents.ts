import { HttpError } from '../../src/server/http-error.js'
import type { Contents } from '../../src/server/services.js'

const nothing = async () => {
  throw new HttpError(404, 'This server has no files.', 'No files')
}

/** The contents of a server without files, for a test that gives them some. */
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
  open: nothing,
  close: async () => {},
}
