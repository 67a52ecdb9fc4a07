/** Small texts by their keys, such as settings by their plugin. Any text can be a key. */
export interface TextStore {
  keys(): Promise<string[]>
  get(key: string): Promise<StoredText | undefined>
  set(key: string, text: string): Promise<void>
  /** False when there was none. */
  delete(key: string): Promise<boolean>
}

export interface StoredText {
  readonly text: string
  /** ISO 8601. */
  readonly created: string
  readonly last_modified: string
}
