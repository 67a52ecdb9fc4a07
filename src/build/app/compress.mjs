/** Packs the page's files once, so that no visit waits for it. */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const pack = promisify(brotliCompress)

/** Below this many bytes a packed file saves nothing. */
const worth = 1000

/** The best, 11, makes the page a tenth smaller, and takes ten seconds of each build instead of two. */
const quality = 9

/**
 * Writes `name.br` beside each text file of a folder.
 *
 * @param old the folder of the build before: names carry a hash, so the same name is the same file, packed already
 */
export async function compress(folder, old) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const packed = `${name}.br`
      if (existsSync(join(old, packed))) return cpSync(join(old, packed), join(folder, packed))
      const text = readFileSync(join(folder, name))
      if (text.length < worth) return
      const options = {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      }
      await writeFile(join(folder, packed), await pack(text, { params: options }))
    }),
  )
}
