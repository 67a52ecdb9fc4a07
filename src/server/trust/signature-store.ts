import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { writeNewFile } from '../contents/new-file.js'

/** How many signatures are kept, the latest. */
const kept = 20_000

/** Bytes of a secret, at least. */
const secretSize = 32

/** The secret and the signatures of notebooks, in a folder of the person's own. No notebook can bring its own. */
export class SignatureStore {
  readonly #folder: string
  #signatures: Promise<Set<string>> = Promise.resolve(new Set())
  #size = 0
  #secret: Promise<Buffer> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Made at the first use. */
  async secret(): Promise<Buffer> {
    this.#secret ??= this.#readSecret()
    try {
      return await this.#secret
    } catch (error) {
      // Another use may be luckier: the disk was full.
      this.#secret = undefined
      throw error
    }
  }

  async has(signature: string): Promise<boolean> {
    return (await this.#read()).has(signature)
  }

  async add(signature: string): Promise<void> {
    const signatures = await this.#read()
    if (signatures.has(signature)) return
    signatures.add(signature)
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    if (signatures.size <= 2 * kept) await appendFile(this.#file, `${signature}\n`, { mode: 0o600 })
    else await writeFileAtomically(this.#file, `${[...signatures].slice(-kept).join('\n')}\n`)
  }

  get #file(): string {
    return join(this.#folder, 'signatures.txt')
  }

  /** Reads the file when it has grown: another server of the same person may have signed. */
  async #read(): Promise<Set<string>> {
    const size = await stat(this.#file).then(
      (stats) => stats.size,
      () => 0,
    )
    if (size !== this.#size) {
      this.#size = size
      this.#signatures = readFile(this.#file, 'latin1').then(
        (text) => new Set(text.split('\n').filter((line) => /^[\da-f]{64}$/.test(line))),
        () => new Set(),
      )
    }
    return this.#signatures
  }

  async #readSecret(): Promise<Buffer> {
    const file = join(this.#folder, 'notebook-secret')
    const read = () => readFile(file).catch(() => Buffer.alloc(0))
    const old = await read()
    if (old.length >= secretSize) return old
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const fresh = randomBytes(2 * secretSize)
    // Where two servers began at once, the first one's holds for both.
    if (!(await writeNewFile(file, fresh, { mode: 0o600 }))) {
      const other = await read()
      if (other.length >= secretSize) return other
      await writeFileAtomically(file, fresh, { mode: 0o600 })
    }
    return fresh
  }
}
