import { readFile } from 'node:fs/promises'
import { generator } from './page-shell.js'

/** Whether the file is a page that an earlier run wrote, known by the generator in its head. */
export async function isOwnPage(path: string): Promise<boolean> {
  const head = (await readFile(path, 'utf8')).slice(0, 2000)
  return head.includes(`<meta name="generator" content="${generator}">`)
}
