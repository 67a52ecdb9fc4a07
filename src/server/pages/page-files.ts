/** What the build made of the page: `dist/app`. */
export interface PageFiles {
  manifest(): Promise<PageManifest>
  /** A file of `static/app` by its name, or undefined if there is none. */
  file(name: string): Promise<PageFile | undefined>
}

/** `dist/app/manifest.json`. All are names below `static/app`. */
export interface PageManifest {
  /** The page's first script. */
  readonly script: string
  readonly style: string
  /** The scripts that the first one asks for at once. */
  readonly preload: readonly string[]
  /** The scripts that are asked for when a notebook is shown. */
  readonly soon: readonly string[]
  /** The style sheet of each theme, by the name of its package. */
  readonly themes: Readonly<Record<string, string>>
}

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same, packed with brotli at build; undefined where that saves nothing. */
  readonly packed: Uint8Array<ArrayBuffer> | undefined
}
