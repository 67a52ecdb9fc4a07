import { spawn } from 'node:child_process'
import type { Context } from './command.js'

/** The command that opens a URL in the person's browser; undefined without a display. */
export function openCommand(
  url: string,
  { platform, env }: Pick<Context, 'platform' | 'env'>,
): readonly [command: string, ...args: string[]] | undefined {
  if (platform === 'darwin') return ['open', url]
  // `start` takes its first quoted argument for a window's title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : undefined
}

/** Opens a URL in the browser; false when there is no display or no command for it. */
export async function openPage(url: string, context: Pick<Context, 'platform' | 'env'>): Promise<boolean> {
  const opener = openCommand(url, context)
  if (opener === undefined) return false
  const [command, ...args] = opener
  const child = spawn(command, args, {
    stdio: 'ignore',
    detached: context.platform !== 'win32',
    windowsVerbatimArguments: context.platform === 'win32',
  })
  child.unref()
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
}
