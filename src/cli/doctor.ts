import { checkBrowser } from './check-browser.js'
import { checkBuild } from './check-build.js'
import { checkKernel } from './check-kernel.js'
import { checkKernelspec } from './check-kernelspec.js'
import { checkNotebooks } from './check-notebooks.js'
import { checkNode, checkTslab, checkZeromq } from './check-packages.js'
import type { Command } from './command.js'
import type { Finding } from './finding.js'

/** `backprop doctor`: what is there, what is missing, what to do. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Look whether everything that the course needs is there, and say what to do if not.',
  usage: 'doctor',
  notes: ['The exit code is 1 when something that is needed is missing.'],
  options: {},
  takesArguments: false,

  async run({ out, env, platform }) {
    const checks: (() => Finding | Promise<Finding>)[] = [
      checkNode,
      checkTslab,
      checkZeromq,
      checkKernel,
      () => checkKernelspec({ env, platform }),
      checkBuild,
      checkNotebooks,
      () => checkBrowser({ env, platform }),
    ]
    const findings: Finding[] = []
    for (const check of checks) {
      const finding = await check()
      findings.push(finding)
      out.write(findingText(finding))
    }
    const missing = findings.filter(({ status }) => status === 'missing').map(({ subject }) => subject)
    out.write(
      missing.length === 0 ? 'Nothing that is needed is missing.\n' : `Missing: ${missing.join(', ')}.\n`,
    )
    return missing.length === 0 ? 0 : 1
  },
}

/** One line, and below it what to do. */
export function findingText({ subject, status, detail, advice }: Finding): string {
  const line = `${status.padEnd(8)}  ${subject.padEnd(10)}  ${detail}\n`
  return advice === undefined ? line : `${line}${' '.repeat(22)}${advice}\n`
}
