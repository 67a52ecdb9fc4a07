import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exercises, hunts, labScore, scoreText } from '../exercises/index.js'
import { exerciseProgress } from '../server/course/chapter-progress.js'
import { parseLog, progressFile } from '../server/course/progress-log.js'
import type { Command, Context, OptionValues } from './command.js'
import { packageRoot } from './package-root.js'

const signs = { solved: '✓', wrong: '✗', open: '○', untried: ' ' } as const

/** `backprop progress`: which checks have passed, and what is open. */
export const learnerProgress: Command = {
  name: 'progress',
  summary: 'Say which exercises have passed their check, and which are open.',
  usage: 'progress [--folder DIR]',
  options: {
    folder: {
      type: 'string',
      value: 'DIR',
      help: "The folder with the learner's copies: the course's own work unless told.",
    },
  },
  takesArguments: false,

  async run({ options, ...context }) {
    const { out } = context
    const { file, text } = await logOf(options, context)
    const listed = [...exercises, ...hunts]
    const events = parseLog(text)
    for (const chapter of new Set(listed.map(({ id }) => id.slice(0, 2)))) {
      const own = listed.filter(({ id }) => id.startsWith(chapter))
      const { done, all, exercises: states } = exerciseProgress(own, events)
      out.write(`Chapter ${Number(chapter)}: ${done} of ${all} checks passed\n`)
      for (const { id, title, status } of states) out.write(`  ${signs[status]} ${id.padEnd(5)}  ${title}\n`)
      if (chapter === '06') out.write(`    Bug Lab: ${scoreText(labScore(events))}\n`)
    }
    out.write(
      text === ''
        ? `Nothing is kept yet in ${file}.\n`
        : `From ${file}. ✓ the check passed, ✗ tried and not passed yet.\n`,
    )
    return 0
  },
}

/** The log of the folder that was named, else of `BACKPROP_STATE`, else of the course's own work. */
async function logOf(options: OptionValues, { cwd, env }: Context): Promise<{ file: string; text: string }> {
  const named = options['folder']
  const files =
    typeof named === 'string'
      ? [progressFile(resolve(cwd, named)), progressFile(resolve(cwd, named, 'work'))]
      : env['BACKPROP_STATE'] !== undefined
        ? [join(env['BACKPROP_STATE'], 'progress.jsonl')]
        : [progressFile(join(packageRoot(), 'work'))]
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text !== '') return { file, text }
  }
  return { file: files[0] ?? '', text: '' }
}
