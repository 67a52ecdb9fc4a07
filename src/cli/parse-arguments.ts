import { parseArgs } from 'node:util'
import type { Command, OptionSpec, OptionValues } from './command.js'
import { didYouMean } from './nearest.js'
import { UsageError } from './usage-error.js'

/** Every command has these. */
export const commonOptions = {
  help: { type: 'boolean', help: 'Print this help.' },
  version: { type: 'boolean', help: 'Print the version.' },
} as const satisfies Record<string, OptionSpec>

const shorts: Readonly<Record<string, string>> = { h: 'help', V: 'version' }

/**
 * Reads a command's arguments. `parseArgs` of Node.js does the cutting (`--output=x`, `--output x`, `--`), so that no
 * library is needed; its tokens are judged here, because its own errors know neither choices nor the nearest name.
 *
 * @throws UsageError naming what was wrong and what is there
 */
export function parseArguments(
  command: Pick<Command, 'name' | 'options' | 'takesArguments'>,
  words: readonly string[],
): { args: string[]; options: OptionValues } {
  const specs = new Map<string, OptionSpec>(Object.entries({ ...command.options, ...commonOptions }))
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries([...specs].map(([name, { type }]) => [name, { type }])),
  })
  const args: string[] = []
  const options: Record<string, string | boolean> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value)
    if (token.kind !== 'option') continue
    const name = token.rawName.startsWith('--') ? token.name : shorts[token.name]
    const spec = specs.get(name ?? '')
    if (name === undefined || spec === undefined)
      throw unknownOption(command.name, token.rawName, [...specs.keys()])
    options[name] = optionValue(token.rawName, spec, token.value)
  }
  if (args.length > 0 && !command.takesArguments && options['help'] !== true) {
    throw new UsageError(`backprop ${command.name} takes no arguments, but '${args[0]}' was given.`)
  }
  return { args, options }
}

function optionValue(
  name: string,
  { type, value: label = 'VALUE', choices, mayBeEmpty = false }: OptionSpec,
  value: string | undefined,
) {
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${name} takes no value, but '${value}' was given.`)
    return true
  }
  if (value === undefined || (value === '' && !mayBeEmpty))
    throw new UsageError(`${name} needs a value: ${name} ${label}.`)
  if (choices !== undefined && !choices.includes(value)) {
    throw new UsageError(
      `${name} cannot be '${value}'. Expected ${choices.join(' or ')}.${didYouMean(value, choices)}`,
    )
  }
  return value
}

function unknownOption(command: string, rawName: string, names: readonly string[]): UsageError {
  const near = didYouMean(rawName.replace(/^-+/, ''), names).replace(/mean /, 'mean --')
  return new UsageError(
    `backprop ${command} has no option ${rawName}.${near} 'backprop ${command} --help' lists them.`,
  )
}
