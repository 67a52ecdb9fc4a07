/** The licences of the packages that are bundled into `dist`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

/**
 * One text with the name, version and licence of every package in the bundles.
 *
 * @param paths the files in the bundles, relative to the root
 */
export function notices(paths) {
  const folders = new Set(
    paths
      .map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
      .filter((folder) => folder !== undefined),
  )
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim()
    const notice = existsSync(join(root, folder, 'NOTICE'))
      ? readFileSync(join(root, folder, 'NOTICE'), 'utf8')
      : ''
    return `${name} ${version}, ${license}\n\n${text}\n${notice}`
  })
  return `What is bundled here, and its licences.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}
