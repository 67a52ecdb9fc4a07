import { createHmac } from 'node:crypto'
import type { SignatureStore } from './signature-store.js'

/**
 * Remembers which notebooks the person has run or trusted, by the hash of the whole file. Outputs that can run scripts
 * are shown only in those.
 *
 * @see https://jupyter-server.readthedocs.io/en/latest/operators/security.html#security-in-notebook-documents
 */
export class Notary {
  readonly #store: SignatureStore

  constructor(store: SignatureStore) {
    this.#store = store
  }

  /** False also where that cannot be known, such as without a secret on a full disk. @param hash SHA-256 of the file */
  async isTrusted(hash: string): Promise<boolean> {
    try {
      return await this.#store.has(await this.#signature(hash))
    } catch {
      return false
    }
  }

  async sign(hash: string): Promise<void> {
    await this.#store.add(await this.#signature(hash))
  }

  async #signature(hash: string): Promise<string> {
    return createHmac('sha256', await this.#store.secret())
      .update(hash)
      .digest('hex')
  }
}
