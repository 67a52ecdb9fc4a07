import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/parse-arguments.js'

const command = {
  name: 'run',
  takesArguments: true,
  options: {
    output: { type: 'string', value: 'DIR', help: '' },
    open: { type: 'boolean', help: '' },
  },
} as const

const parse = (...words: string[]) => parseArguments(command, words)

describe('parseArguments()', () => {
  test('takes options in both spellings, before, between and after the arguments', () => {
    expect(parse('a', '--output=x', 'b', '--open')).toEqual({
      args: ['a', 'b'],
      options: { output: 'x', open: true },
    })
    expect(parse('--output', 'x', 'a')).toEqual({ args: ['a'], options: { output: 'x' } })
  })

  test('takes everything after -- as arguments', () => {
    expect(parse('--open', '--', '--output', '-x')).toEqual({
      args: ['--output', '-x'],
      options: { open: true },
    })
  })

  test('gives --help and --version to every command, with their short forms', () => {
    expect(parse('-h').options).toEqual({ help: true })
    expect(parse('-V').options).toEqual({ version: true })
  })

  test.each(['__proto__', 'constructor', 'toString'])('does not know --%s', (name) => {
    expect(() => parse(`--${name}`)).toThrow(`backprop run has no option --${name}.`)
  })
})
