import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { registeredKernelspecs, tslabFolder } from '../jupyter/kernelspec/kernelspecs.js'
import type { Context } from './command.js'
import { findExecutable } from './find-executable.js'
import type { Finding } from './finding.js'

const subject = 'kernelspec'

/** Whether Jupyter's own clients know tslab. `backprop` does not need it: it starts tslab itself. */
export async function checkKernelspec(context: Pick<Context, 'env' | 'platform'>): Promise<Finding> {
  const { kernelspecs } = await registeredKernelspecs()
  const tslab = kernelspecs.find(({ name }) => name === 'tslab')
  if (tslab === undefined) {
    return {
      subject,
      status: 'optional',
      detail:
        'tslab is not registered with Jupyter. backprop does not need it; JupyterLab, VS Code and nbconvert do.',
      advice: `For those: ${installCommand(context)}`,
    }
  }
  const [command = ''] = tslab.argv
  const found = isAbsolute(command) ? existsSync(command) : findExecutable(command, context) !== undefined
  if (found)
    return { subject, status: 'ok', detail: `tslab is registered in ${tslab.resource_dir}: ${command}` }
  return {
    subject,
    status: 'optional',
    detail: `tslab is registered in ${tslab.resource_dir}, but its command ${command} is not there.`,
    advice: `To mend it for Jupyter's clients: ${installCommand(context)}`,
  }
}

/** The command that registers our tslab with the Python that has Jupyter. */
function installCommand(context: Pick<Context, 'env' | 'platform'>): string {
  const windows = context.platform === 'win32'
  let binary = windows ? 'tslab.cmd' : 'tslab'
  try {
    binary = join(tslabFolder(), '..', '.bin', binary)
  } catch {
    // tslab is missing, which its own check says.
  }
  const python = pythonWithJupyter(context) ?? (windows ? 'python' : 'python3')
  return `npx tslab install --python=${quote(python)} --binary=${quote(binary)}`
}

/** The first Python that can import jupyter_client, which `tslab install` needs: a bare `python3` can be another. */
function pythonWithJupyter(context: Pick<Context, 'env' | 'platform'>): string | undefined {
  const names = context.platform === 'win32' ? ['python', 'py'] : ['python3', 'python']
  const candidates = names.flatMap((name) => findExecutable(name, context) ?? [])
  const usual =
    context.platform === 'win32'
      ? []
      : ['/usr/bin/python3', '/usr/local/bin/python3', '/opt/homebrew/bin/python3']
  return [...candidates, ...usual].find(
    (python) =>
      existsSync(python) &&
      spawnSync(python, ['-c', 'import jupyter_client'], { stdio: 'ignore', timeout: 10_000 }).status === 0,
  )
}

function quote(path: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(path) ? path : `"${path}"`
}
