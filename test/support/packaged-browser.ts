import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')

export interface PackagedBrowser {
  readonly executablePath: string
  /** Names the browser's own font beside the system's: a bare machine has no font and no configuration. */
  readonly fontconfig: string
}

/**
 * The browser of `@sparticuz/chromium`, unpacked into `folder` once for each version.
 *
 * The package unpacks straight into the system's temporary folder, and takes a file that is there for one that is
 * complete. Test files run in several processes: on first use the second one then starts half a browser, or one whose
 * graphics library is still missing. Here each process unpacks beside the place and renames, so that the place holds
 * all or nothing.
 */
export async function packagedBrowser(
  folder: string = join(modules, '.cache', 'backprop'),
): Promise<PackagedBrowser> {
  const packageJson = await readFile(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8')
  const { version }: { version: string } = JSON.parse(packageJson)
  const place = join(folder, `chromium-${version}`)
  if (!existsSync(place)) await unpack(place)
  return { executablePath: join(place, 'chromium'), fontconfig: join(place, 'fonts.conf') }
}

const script = `const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()`

async function unpack(place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  const parts = await mkdtemp(`${place}-`)
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: parts },
    })
    await writeFile(join(parts, 'fonts.conf'), fontsConf(join(place, 'fonts')))
    await rename(parts, place)
  } catch (error) {
    await rm(parts, { recursive: true, force: true })
    // Another process was quicker: a folder that holds something is not renamed over.
    if (!existsSync(place)) throw error
  }
}

const fontsConf = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
</fontconfig>
`
