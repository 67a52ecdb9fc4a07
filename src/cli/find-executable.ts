import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Context } from './command.js'

/** The path of a program that `PATH` leads to. */
export function findExecutable(
  name: string,
  { env, platform }: Pick<Context, 'env' | 'platform'>,
): string | undefined {
  const { delimiter, join } = platform === 'win32' ? win32 : posix
  const endings = platform === 'win32' ? (env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';') : ['']
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find((file) => existsSync(file))
}
