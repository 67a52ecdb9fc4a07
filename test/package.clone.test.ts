import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, shellEnvironment } from './support/clone.js'
import { patience } from './support/patience.js'
import { servicesClient } from './support/services-client.js'
import { endProcessesIn, processesIn, runShell } from './support/shell.js'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backprop-packed-')))
const home = join(folder, 'home')
const token = 'the-token-of-the-test'
const env = { ...shellEnvironment(), BACKPROP_DATA_DIR: join(folder, 'data') }

/** What a folder takes on the disk, in MB, as `du` counts it. */
async function megabytes(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true })
  const sizes = await Promise.all(entries.map(async (name) => (await lstat(join(path, name))).blocks * 512))
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6
}

/** The packed command, as a person starts it in `cwd`, once it says where it is. */
async function start(cwd: string, ...words: string[]) {
  const command = join(home, 'node_modules', '.bin', 'backprop')
  const child = spawn(command, ['start', '--no-browser', '--port', '0', '--token', token, ...words], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let output = ''
  const said = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const url = /(http:\S+?)\?token=/.exec(output)?.[1]
        if (url !== undefined) resolve(url)
      })
    }
    child.once('exit', () => reject(new Error(`It ended: ${output}`)))
  })
  return {
    url: await said,
    end: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

beforeAll(async () => {
  mkdirSync(home)
  const packed = await runShell(`npm pack --pack-destination "${folder}"`, {
    cwd: root,
    env,
    patience: 2 * patience,
  })
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (file === undefined) throw new Error(`Nothing was packed: ${packed.output}`)
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  const installed = await runShell(`npm install --prefer-offline --no-audit --no-fund "../${file}"`, {
    cwd: home,
    // Whoever asks for a compiler fails.
    env: { ...env, CC: 'false', CXX: 'false', npm_config_build_from_source: '' },
    patience: 2 * patience,
  })
  if (installed.code !== 0) throw new Error(installed.output)
})

afterAll(() => {
  endProcessesIn(folder)
  rmSync(folder, { recursive: true, force: true })
})

describe('the packed package, installed into an empty folder', () => {
  test('takes at most 150 MB', async () => {
    expect(await megabytes(join(home, 'node_modules'))).toBeLessThan(150)
  })

  test('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const { code, output } = await runShell('npx backprop --version', {
      cwd: home,
      env,
      patience,
    })
    expect({ code, output: output.trim() }).toEqual({ code: 0, output: version })
  })

  test('makes a course folder of its own, opens the course and runs its cells', async () => {
    const { url, end } = await start(home)
    const client = servicesClient({ url, token })
    try {
      const page = await fetch(`${url}notebooks/01-contours-and-gradient.ipynb`, {
        headers: { authorization: `token ${token}` },
      })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('jupyter-config-data')
      const path = '01-contours-and-gradient.ipynb'
      const asked = await fetch(`${url}api/contents/${path}`, {
        headers: { authorization: `token ${token}` },
      })
      const { content } = (await asked.json()) as {
        content: { cells: { cell_type: string; source: string }[] }
      }
      const session = await client.sessions.startNew({
        path,
        name: path,
        type: 'notebook',
        kernel: { name: 'tslab' },
      })
      const kernel = client.kernelOf(session)
      const types: string[] = []
      for (const { source } of content.cells.filter((cell) => cell.cell_type === 'code').slice(0, 2)) {
        const future = kernel.requestExecute({ code: source })
        future.onIOPub = ({ content: said }) => {
          if ('data' in said && typeof said.data === 'object') types.push(...Object.keys(said.data ?? {}))
        }
        expect((await future.done).content.status).toBe('ok')
      }
      expect(types).toContain('application/vnd.plotly.v1+json')
      await session.shutdown()
    } finally {
      await client.dispose()
      await end()
    }
    expect(readdirSync(home).sort()).toEqual([
      'backprop-course',
      'node_modules',
      'package-lock.json',
      'package.json',
    ])
    expect(readdirSync(join(home, 'backprop-course')).sort()).toEqual(['src', 'work'])
    expect(readdirSync(join(home, 'backprop-course', 'work'))).toContain('01-contours-and-gradient.ipynb')
  })

  test('never writes into a src that is there', async () => {
    const project = join(folder, 'project')
    mkdirSync(join(project, 'src'), { recursive: true })
    writeFileSync(join(project, 'src', 'mine.ts'), 'export const mine = 1\n')
    const { url, end } = await start(project, '--root', project)
    try {
      const opened = await fetch(`${url}backprop/api/course/01-contours-and-gradient/open`, {
        method: 'POST',
        headers: { authorization: `token ${token}` },
      })
      expect(await opened.json()).toEqual({ path: 'backprop-course/work/01-contours-and-gradient.ipynb' })
    } finally {
      await end()
    }
    expect(readdirSync(join(project, 'src'))).toEqual(['mine.ts'])
  })

  test('leaves no process behind', async () => {
    await expect.poll(() => processesIn(folder)).toEqual([])
  })
})
