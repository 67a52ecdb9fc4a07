import { KernelError } from '../jupyter/kernel/kernel-error.js'
import { NotebookError } from '../jupyter/notebook/notebook-error.js'
import { clean } from './clean.js'
import type { Command, Context } from './command.js'
import { doctor } from './doctor.js'
import { listExercises } from './exercises.js'
import { commandHelp, overallHelp } from './help-text.js'
import { learnerProgress } from './learner-progress.js'
import { didYouMean } from './nearest.js'
import { packageVersion } from './package-root.js'
import { parseArguments } from './parse-arguments.js'
import { run } from './run.js'
import { start } from './start.js'
import { UsageError } from './usage-error.js'

const commands: readonly Command[] = [start, run, clean, listExercises, learnerProgress, doctor]

/**
 * The command line program.
 *
 * @param words what follows `backprop`
 * @returns the exit code: 0 done, 1 something failed, 2 called wrongly
 */
export async function backprop(words: readonly string[], context: Context): Promise<number> {
  try {
    return await dispatch(words, context)
  } catch (error) {
    if (error instanceof UsageError) {
      context.err.write(`backprop: ${error.message}\n`)
      return 2
    }
    const known = error instanceof NotebookError || error instanceof KernelError
    const text =
      error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)
    context.err.write(`backprop: ${text}\n`)
    return 1
  }
}

async function dispatch([first, ...rest]: readonly string[], context: Context): Promise<number> {
  const names = commands.map(({ name }) => name)
  const named = (word: string | undefined) => commands.find(({ name }) => name === word)
  if (first === undefined || first === 'help' || first.startsWith('-')) {
    if (first === '--version' || first === '-V') return print(context, `${packageVersion()}\n`)
    if (first === undefined || first === '--help' || first === '-h')
      return print(context, overallHelp(commands))
    if (first !== 'help') throw new UsageError(`Expected a command before ${first}: ${names.join(' or ')}.`)
    const about = named(rest[0])
    if (rest[0] !== undefined && about === undefined) throw unknownCommand(rest[0], names)
    return print(context, about === undefined ? overallHelp(commands) : commandHelp(about))
  }
  const command = named(first)
  if (command === undefined) throw unknownCommand(first, names)
  const { args, options } = parseArguments(command, rest)
  if (options['help'] === true) return print(context, commandHelp(command))
  if (options['version'] === true) return print(context, `${packageVersion()}\n`)
  return command.run({ ...context, args, options })
}

function unknownCommand(word: string, names: readonly string[]): UsageError {
  return new UsageError(
    `There is no command '${word}'.${didYouMean(word, names)} Commands: ${names.join(', ')}.`,
  )
}

function print({ out }: Context, text: string): number {
  out.write(text)
  return 0
}
