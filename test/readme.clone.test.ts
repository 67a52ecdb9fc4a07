import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readNotebook } from '../src/jupyter/notebook/read-notebook.js'
import { chapterNames } from './notebooks/chapters.js'
import { makeClone, root, shellEnvironment } from './support/clone.js'
import { patience } from './support/patience.js'
import { endProcessesIn, processesIn, runShell } from './support/shell.js'

interface Expectation {
  /** What the command prints. */
  readonly says: readonly (string | RegExp)[]
  /** For a server: what it prints when it is there, with its address; the first chapter is asked for, and it is ended. */
  readonly serves?: RegExp
  /** A folder that is removed first, and the files that must be in it afterwards. */
  readonly makes?: readonly [folder: string, ...files: string[]]
  /** What else must be so afterwards. */
  readonly proves?: () => void | Promise<void>
}

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const clone = makeClone()
const jupyterData = join(clone, 'work', 'jupyter')
const env = {
  ...shellEnvironment(),
  // A person's own kernelspecs, settings and history stay as they are.
  JUPYTER_DATA_DIR: jupyterData,
  JUPYTER_CONFIG_DIR: join(clone, 'work', 'jupyter-config'),
  JUPYTER_RUNTIME_DIR: join(clone, 'work', 'jupyter-runtime'),
  BACKPROP_DATA_DIR: join(clone, 'work', 'server-data'),
  IPYTHONDIR: join(clone, 'work', 'ipython'),
  // What npm has fetched for this repository is not asked for again: half the time of `npm ci`.
  npm_config_prefer_offline: 'true',
}
const allChapters = `${chapterNames.length} chapters ran without an error.`
const pages = ['index.html', ...chapterNames.map((name) => `${name}.html`)]

const succeeds = (file: string, ...words: string[]) =>
  spawnSync(file, words, { env, stdio: 'ignore', timeout: patience }).status === 0
const python = ['/usr/bin/python3', 'python3', 'python'].find((file) =>
  succeeds(file, '-c', 'import jupyter_client, IPython'),
)
const hasJupyter = python !== undefined && succeeds('jupyter', 'nbconvert', '--version')

/** What each command of the README is to do; a command that is not here fails the first test. */
const expectations: Readonly<Record<string, Expectation>> = {
  'npm start': {
    says: ['running npm ci', 'built dist'],
    serves: /Open in your browser: (http:\S+\/)\?token=(\w+)/,
    makes: ['work', '01-contours-and-gradient.ipynb'],
  },
  'npm run build': {
    says: ['built dist in'],
    makes: ['dist', 'index.js', 'index.d.ts', 'browser.js', 'cli/main.js', 'assets/plotly.min.js'],
  },
  'node dist/cli/main.js run': { says: [allChapters], makes: ['work/site', ...pages] },
  'node dist/cli/main.js run 06': {
    says: ['06-backprop: ', '1 chapter ran without an error.'],
    makes: ['work/selected', 'index.html', '06-backprop.html'],
  },
  'node dist/cli/main.js run 06 --format ipynb': {
    says: ['1 chapter ran without an error.', 'Executed notebooks: work'],
    makes: ['work/executed', '06-backprop.ipynb'],
    proves: async () => {
      const { cells } = await readNotebook(join(clone, 'work', 'executed', '06-backprop.ipynb'))
      expect(cells.some((cell) => cell.cell_type === 'code' && cell.outputs.length > 0)).toBe(true)
    },
  },
  'node dist/cli/main.js progress': { says: ['Chapter 1: 0 of ', /^ +06-4 /m] },
  'node dist/cli/main.js exercises 06': { says: ['06-4', 'W1ᵀ'] },
  'node dist/cli/main.js clean work --dry-run': {
    says: [/06-backprop\.ipynb/, /[1-9]\d* of \d+ notebooks would be cleaned/],
  },
  'node dist/cli/main.js doctor': {
    says: [/^ok +tslab/m, /^ok +zeromq/m, /^ok +build/m, 'Nothing that is needed is missing.'],
  },
  'node dist/cli/main.js --help': { says: ['Usage: backprop COMMAND', /^ +run /m, /^ +doctor /m] },
  'npx tslab install --python=/usr/bin/python3 --binary="$PWD/node_modules/.bin/tslab"': {
    says: ['Installing TypeScript kernel spec'],
    makes: ['work/jupyter/kernels', 'tslab/kernel.json'],
    proves: () => {
      const { argv } = JSON.parse(readFileSync(join(jupyterData, 'kernels', 'tslab', 'kernel.json'), 'utf8'))
      expect(argv[0]).toBe(join(clone, 'node_modules', '.bin', 'tslab'))
    },
  },
  'jupyter nbconvert --execute --to html --output-dir work/nbconvert notebooks/*.ipynb': {
    says: chapterNames.map((name) => `Converting notebook notebooks/${name}.ipynb to html`),
    makes: ['work/nbconvert', ...chapterNames.map((name) => `${name}.html`)],
  },
  'npm run test:unit': { says: [/^ *Tests +\d+ passed/m, 'tests: passed in'] },
  'npm run check': { says: ['formatting and lint: passed in', 'types: passed in'] },
  'npm run format': { says: [/Checked \d+ files/] },
  'npm run bench': {
    says: [
      /2-4-1, 4 +4-16-1, 392 +784-128-10, 64 +784-128-10, 1000/,
      /^ours, trainer +float64 +1( +[\d.,]+){4}$/m,
      /^tfjs \S+ CPU +float32 +1( +[\d.,]+){4}$/m,
      /^tfjs \S+ WASM.* +float32 +1( +[\d.,]+){4}$/m,
      /^numpy \S+ +float64 +1( +[\d.,]+){4}$|^numpy is left out/m,
    ],
  },
}

/** The commands in blocks of `sh`, each once, without comments. */
function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = '']) => text)
  const lines = blocks
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
  return [...new Set(lines)].filter((line) => line !== '')
}

/** `npm test` runs this test; a clone and a folder are where it begins. */
const isLeftOut = (command: string) => command === 'npm test' || /^(cd|git clone) /.test(command)
const needsJupyter = (command: string) => /^(jupyter|npx tslab install) /.test(command)
const commands = commandsOf(readme).filter((command) => !isLeftOut(command))
/** Those that keep one core busy, change nothing that another reads, and are run side by side at the end. */
const runsAside = (command: string) => /^(jupyter nbconvert|npm run (check|bench)$)/.test(command)
const onThisMachine = hasJupyter ? commands : commands.filter((command) => !needsJupyter(command))

/** The command for this machine: its Python with Jupyter; and for root, too, the kernelspec of one person. */
function fitted(command: string): string {
  if (!command.startsWith('npx tslab install ')) return command
  return `${command.replace('--python=/usr/bin/python3', `--python=${python}`)} --user`
}

/** Comes in as the browser does, and follows to the chapter. */
async function asksForTheCourse([, url = '', token = '']: RegExpExecArray): Promise<void> {
  const headers = { authorization: `token ${token}` }
  const page = await fetch(url, { headers })
  expect(page.url).toContain('/notebooks/01-contours-and-gradient.ipynb')
  expect(await page.text()).toContain('Contours and the gradient')
  expect((await fetch(`${url}api/contents`)).status).toBe(403)
}

async function prove(command: string): Promise<void> {
  const expectation = expectations[command]
  if (expectation === undefined) throw new Error(`Say in expectations what '${command}' is to do.`)
  const { says, makes, serves, proves } = expectation
  const [folder = '', ...files] = makes ?? []
  if (makes !== undefined) rmSync(join(clone, folder), { recursive: true, force: true })
  const { code, output } = await runShell(fitted(command), {
    cwd: clone,
    env,
    patience: 4 * patience,
    ...(serves === undefined ? {} : { until: { says: serves, does: asksForTheCourse } }),
  })
  // npm gives back what ended it.
  if (serves === undefined) expect(code, `${command}\n${output}`).toBe(0)
  for (const words of says) expect(output).toMatch(words)
  if (makes !== undefined)
    expect(readdirSync(join(clone, folder), { recursive: true })).toEqual(expect.arrayContaining(files))
  await proves?.()
}

afterAll(() => {
  endProcessesIn(clone)
  rmSync(clone, { recursive: true, force: true })
})

describe('README.md', () => {
  test('shows its commands in blocks of sh, each with what it is to do, and only scripts that there are', () => {
    expect(readme.match(/^```\S+$/gm)?.filter((fence) => fence !== '```sh')).toEqual([])
    expect(commands[0]).toBe('npm start')
    // A command that is not among the expectations above is unproved.
    expect(commands.filter((command) => expectations[command] === undefined)).toEqual([])
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = [...readme.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script]) => script)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  const limit = { timeout: 5 * patience }
  test.each(onThisMachine.filter((command) => !runsAside(command)))('in a clone: %s', limit, prove)
  test.concurrent.each(onThisMachine.filter(runsAside))('in a clone: %s', limit, prove)

  test('registers tslab with Jupyter, or doctor says how to', async () => {
    const { output } = await runShell('node dist/cli/main.js doctor', {
      cwd: clone,
      env,
      patience,
    })
    const isRegistered = hasJupyter && commands.some((command) => command.startsWith('npx tslab install '))
    if (isRegistered) expect(output).toContain(`tslab is registered in ${jupyterData}`)
    else
      expect(output).toMatch(
        /tslab is not registered .*\n.*npx tslab install --python=|tslab is registered in/,
      )
  })

  test('leaves no process behind', async () => {
    await expect.poll(() => processesIn(clone)).toEqual([])
  })
})
