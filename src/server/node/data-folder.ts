import { homedir } from 'node:os'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where the server keeps settings, workspaces and signatures. */
export function dataFolder(env: Env = process.env, platform = process.platform, home = homedir()): string {
  if (env['BACKPROP_DATA_DIR']) return env['BACKPROP_DATA_DIR']
  const name = 'backprop-notebooks'
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), name)
}

/** Where the person's own configuration is: the only place that `backprop.config.json` is read from. */
export function configFolder(env: Env = process.env, platform = process.platform, home = homedir()): string {
  const name = 'backprop-notebooks'
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', name)
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), name)
}
