import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tslabFolder } from '../jupyter/kernelspecs.js'
import { zeromqVersion } from '../jupyter/zeromq-version.js'
import type { Finding } from './finding.js'
import { packageRoot } from './package-root.js'

const install = `Run npm install in ${packageRoot()}.`

/** Whether this Node.js is new enough for what package.json asks. */
export function checkNode(version = process.versions.node): Finding {
  const { engines } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  const needed = String(engines?.node ?? '').replace(/^>=/, '')
  const numbers = (text: string) => text.split('.').map(Number)
  const [major = 0, minor = 0] = numbers(version)
  const [neededMajor = 0, neededMinor = 0] = numbers(needed)
  const subject = 'Node.js'
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) {
    return { subject, status: 'ok', detail: version }
  }
  return {
    subject,
    status: 'missing',
    detail: `${version} is too old; ${needed} or newer is needed.`,
    advice: 'Install a newer one from https://nodejs.org.',
  }
}

/** Whether tslab is installed beside us. */
export function checkTslab(): Finding {
  try {
    const folder = tslabFolder()
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { subject: 'tslab', status: 'ok', detail: `${version}, ${folder}` }
  } catch {
    return { subject: 'tslab', status: 'missing', detail: 'is not installed.', advice: install }
  }
}

/** Whether zeromq's binary loads on this machine. */
export async function checkZeromq(): Promise<Finding> {
  try {
    return { subject: 'zeromq', status: 'ok', detail: `loads, with ZeroMQ ${await zeromqVersion()}` }
  } catch (error) {
    return {
      subject: 'zeromq',
      status: 'missing',
      detail: `does not load: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      advice: install,
    }
  }
}
