import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Contestant, learningRate } from './contestant.js'

/** numpy on one thread, or undefined where no python3 has it. @param script path of numpy_step.py */
export function numpy(script: string): Contestant | undefined {
  const found = ['python3', '/usr/bin/python3'].flatMap((python) => {
    const { status, stdout } = spawnSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
      encoding: 'utf8',
    })
    return status === 0 ? [{ python, version: stdout.trim() }] : []
  })[0]
  if (!found) return undefined
  const children: ChildProcess[] = []
  return {
    name: `numpy ${found.version}`,
    numbers: 'float64',
    threads: 1,
    async prepare({ parameters: { W1, W2 }, X }) {
      const child = spawn(found.python, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
      children.push(child)
      const lines = createInterface({ input: child.stdout })
      const ask = async (line: string): Promise<string> => {
        child.stdin.write(`${line}\n`)
        const [answer] = await once(lines, 'line')
        return String(answer)
      }
      await ask([W1.columns, W1.rows, W2.rows, X.columns, learningRate].join(' '))
      return async (steps) => Number(await ask(String(steps)))
    },
    close() {
      for (const child of children) child.kill()
    },
  }
}
