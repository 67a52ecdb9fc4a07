import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zeromqVersion } from '../jupyter/kernel/zeromq-version.js'
import { tslabFolder } from '../jupyter/kernelspec/kernelspecs.js'
import type { Finding } from './finding.js'
import { packageRoot } from './package-root.js'

const install = `Run npm install in ${packageRoot()}.`

/**
 * Whether this Node.js is what package.json asks for: one where `require` takes an ES module, which cells need. Lines 21
 * and 22 learnt it with 22.12.
 */
export function checkNode(version = process.versions.node): Finding {
  const { engines } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  const ranges = String(engines?.node ?? '')
  const subject = 'Node.js'
  if (nodeFits(version, ranges)) return { subject, status: 'ok', detail: version }
  return {
    subject,
    status: 'missing',
    detail: `${version} does not fit; ${ranges.replace('||', 'or')} is needed.`,
    advice: 'Install a newer one from https://nodejs.org.',
  }
}

/** Whether a version is in ranges such as `^20.19 || >=22.12`: from there on, with ^ up to the next major one. */
function nodeFits(version: string, ranges: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return ranges.split('||').some((range) => {
    const [, sign, first, second] = /(\^|>=)(\d+)\.(\d+)/.exec(range) ?? []
    return major === Number(first) ? minor >= Number(second) : sign === '>=' && major > Number(first)
  })
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
