import type { Command, OptionSpec } from './command.js'
import { commonOptions } from './parse-arguments.js'

/** The help of the whole program. */
export function overallHelp(commands: readonly Command[]): string {
  return [
    'Backprop Notebooks: learn backpropagation by running it.',
    '',
    'Usage: backprop COMMAND [options]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    ...columns(Object.entries(commonOptions).map(([name, { help }]) => [`--${name}`, help])),
    '',
    "'backprop COMMAND --help' tells more of one.",
    '',
  ].join('\n')
}

/** The help of one command. */
export function commandHelp({ usage, summary, notes = [], options }: Command): string {
  const all: [string, OptionSpec][] = [...Object.entries(options), ...Object.entries(commonOptions)]
  return [
    `Usage: backprop ${usage}`,
    '',
    summary,
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    ...columns(all.map(([name, spec]) => [optionLabel(name, spec), spec.help])),
    '',
  ].join('\n')
}

function optionLabel(name: string, { type, choices, value = 'VALUE' }: OptionSpec): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${choices?.join('|') ?? value}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`)
}
