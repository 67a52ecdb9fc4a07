import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'

/** How many signatures are kept, the latest. */
const kept = 20_000

/** The secret and the signatures of notebooks, in a folder of the person's own. No notebook can bring its own. */
export class SignatureStore {
  readonly #folder: string
  #signatures = new Set<string>()
  #size = -1
  #secret: Promise<Buffer> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Made at the first use. */
  secret(): Promise<Buffer> {
    this.#secret ??= this.#readSecret()
    return this.#secret
  }

  async has(signature: string): Promise<boolean> {
    await this.#read()
    return this.#signatures.has(signature)
  }

  async add(signature: string): Promise<void> {
    if (await this.has(signature)) return
    this.#signatures.add(signature)
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    if (this.#signatures.size <= 2 * kept) {
      await appendFile(this.#file, `${signature}\n`, { mode: 0o600 })
    } else {
      this.#signatures = new Set([...this.#signatures].slice(-kept))
      await writeFileAtomically(this.#file, `${[...this.#signatures].join('\n')}\n`)
    }
  }

  get #file(): string {
    return join(this.#folder, 'signatures.txt')
  }

  /** Reads the file when it has grown: another server of the same person may have signed. */
  async #read(): Promise<void> {
    const size = await stat(this.#file).then(
      (stats) => stats.size,
      () => 0,
    )
    if (size === this.#size) return
    this.#size = size
    const text = await readFile(this.#file, 'latin1').catch(() => '')
    this.#signatures = new Set(text.split('\n').filter((line) => /^[\da-f]{64}$/.test(line)))
  }

  async #readSecret(): Promise<Buffer> {
    const file = join(this.#folder, 'notebook-secret')
    const read = () => readFile(file).catch(() => Buffer.alloc(0))
    const old = await read()
    if (old.length >= 32) return old
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const fresh = randomBytes(64)
    await writeFileAtomically(file, fresh, { mode: 0o600 })
    // Where two servers began at once, the one that was written last holds for both.
    return read()
  }
}
