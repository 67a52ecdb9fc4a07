import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { HttpError } from '../http-error.js'
import type { TextStore } from './text-store.js'

/** Bytes of a file's name, less what is put around it while it is written. */
const longestName = 255

/** Keeps each text in a file of a folder, whose name is its key, encoded. */
export function folderStore(folder: string, extension: string): TextStore {
  const nameOf = (key: string) => `${encodeKey(key)}${extension}`
  const fileOf = (key: string) => join(folder, nameOf(key))
  return {
    async keys() {
      const names = await readdir(folder).catch(() => [])
      return names
        .filter((name) => name.endsWith(extension))
        .map((name) => decodeKey(name.slice(0, -extension.length)))
        .filter((key) => key !== undefined)
        .sort()
    },
    async get(key) {
      const file = fileOf(key)
      const text = await readFile(file, 'utf8').catch(() => undefined)
      if (text === undefined) return undefined
      const { birthtime, mtime } = await stat(file)
      return { text, created: birthtime.toISOString(), last_modified: mtime.toISOString() }
    },
    async set(key, text) {
      if (nameOf(key).length > longestName) {
        throw new HttpError(
          400,
          `The name ${JSON.stringify(`${key.slice(0, 40)}…`)} is too long to be kept. Use a shorter one.`,
          'Name too long',
        )
      }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFileAtomically(fileOf(key), text, { mode: 0o600 })
    },
    async delete(key) {
      return rm(fileOf(key)).then(
        () => true,
        () => false,
      )
    },
  }
}

/** Letters, digits and hyphens stay; everything else becomes `_` and its code, so that no key leaves the folder. */
function encodeKey(key: string): string {
  return [...Buffer.from(key, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[a-z\d-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
}

function decodeKey(name: string): string | undefined {
  if (!/^(?:[a-z\d-]|_[\da-f]{2})*$/.test(name)) return undefined
  return decodeURIComponent(name.replaceAll('_', '%'))
}
