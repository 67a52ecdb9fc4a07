import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** What decides where Jupyter's files are. */
export interface JupyterPlace {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

const here = (): JupyterPlace => ({ env: process.env, platform: process.platform, home: homedir() })

/**
 * The folders in which Jupyter looks for data (kernelspecs are in their `kernels`), most particular first. Where
 * Jupyter would add its own Python's prefix, an active virtual or conda environment stands for it.
 *
 * @see https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 */
export function jupyterDataPaths({ env, platform, home }: JupyterPlace = here()): string[] {
  const windows = platform === 'win32'
  const { join, delimiter } = windows ? win32 : posix
  const prefixes = [env['VIRTUAL_ENV'], env['CONDA_PREFIX']].filter(isGiven)
  const environments = prefixes.map((prefix) => join(prefix, 'share', 'jupyter'))
  const user = env['JUPYTER_DATA_DIR'] || userDataPath()
  const paths = [
    ...(env['JUPYTER_PATH'] ?? '').split(delimiter).filter(isGiven),
    ...(prefersEnvironment(env) ? [...environments, user] : [user, ...environments]),
    ...(windows
      ? [env['PROGRAMDATA']].filter(isGiven).map((folder) => join(folder, 'jupyter'))
      : [
          // Where Homebrew's Python is on a Mac of today.
          ...(platform === 'darwin' ? ['/opt/homebrew/share/jupyter'] : []),
          '/usr/local/share/jupyter',
          '/usr/share/jupyter',
        ]),
  ]
  return [...new Set(paths)]

  function userDataPath(): string {
    if (windows) return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'jupyter')
    if (platform === 'darwin') return join(home, 'Library', 'Jupyter')
    return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'jupyter')
  }
}

/** As Jupyter decides whether an environment's kernels come before the user's: not those of conda's base, unless told. */
function prefersEnvironment(env: JupyterPlace['env']): boolean {
  const told = env['JUPYTER_PREFER_ENV_PATH']
  if (isGiven(told)) return !['no', 'n', 'false', 'off', '0', '0.0'].includes(told.toLowerCase())
  if (isGiven(env['VIRTUAL_ENV'])) return true
  return isGiven(env['CONDA_PREFIX']) && env['CONDA_DEFAULT_ENV'] !== 'base'
}

function isGiven(path: string | undefined): path is string {
  return path !== undefined && path !== ''
}
