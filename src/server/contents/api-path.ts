import { HttpError } from '../http-error.js'

/** Names that Windows takes for devices, with any extension. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i

/**
 * The names in a path of the contents API, each of which can be a name of a file. Refused are those that are not: NUL
 * and other control characters, `.` and `..`, a backslash, which begins another path on Windows, and there also
 * devices, streams (`a:b`) and names that end in a dot or space, which mean other files.
 *
 * @throws HttpError 400
 */
export function checkApiPath(path: string, platform: NodeJS.Platform = process.platform): string[] {
  const names = path.split('/').filter((name) => name !== '')
  for (const name of names) {
    const problem = problemOf(name, platform)
    if (problem !== undefined) throw new HttpError(400, `The path is not valid: ${problem}.`, 'Bad path')
  }
  return names
}

function problemOf(name: string, platform: NodeJS.Platform): string | undefined {
  if (name === '.' || name === '..') return `it holds ${name}`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x1f\x7f]/.test(name)) return 'a name holds a control character'
  if (name.includes('\\')) return 'a name holds a backslash'
  if (Buffer.byteLength(name) > 255) return 'a name is longer than 255 bytes'
  if (/\p{Surrogate}/u.test(name)) return 'a name is not well-formed Unicode'
  if (platform !== 'win32') return undefined
  if (/[<>:"|?*]/.test(name)) return 'a name holds a character that Windows has no names with'
  if (/[. ]$/.test(name)) return 'a name ends in a dot or a space'
  return devices.test(name) ? 'a name is that of a device' : undefined
}

/** Whether a name is hidden: it begins with a dot. */
export function isHidden(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('.'))
}
