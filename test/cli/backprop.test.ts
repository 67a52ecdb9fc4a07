import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { backprop } from '../../src/cli/backprop.js'
import { collectingContext } from './collector.js'

async function call(...words: string[]) {
  const { context, out, err } = collectingContext()
  const code = await backprop(words, context)
  return { code, out: out(), err: err() }
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

describe('backprop', () => {
  test.each([[], ['--help'], ['-h'], ['help']])('lists its commands for %j', async (...words) => {
    const { code, out } = await call(...words.flat())
    expect(code).toBe(0)
    expect(out).toContain('Usage: backprop COMMAND')
    expect(out).toMatch(/^ {2}run {2,}/m)
    expect(out).toMatch(/^ {2}doctor {2,}/m)
  })

  test.each([
    ['run', '--help'],
    ['run', '-h'],
    ['help', 'run'],
    ['run', 'x', '--help'],
  ])('explains a command for %s %s', async (...words) => {
    const { code, out } = await call(...words)
    expect(code).toBe(0)
    expect(out).toContain('Usage: backprop run [chapter…] [--output DIR] [--format html|ipynb] [--open]')
    expect(out).toContain('--output DIR')
  })

  test.each([['--version'], ['-V'], ['run', '--version'], ['doctor', '--version']])(
    'prints the version for %s %s',
    async (...words) => {
      expect(await call(...words)).toEqual({ code: 0, out: `${version}\n`, err: '' })
    },
  )

  test.each([
    [['rnu'], "There is no command 'rnu'. Did you mean run?"],
    [['help', 'docter'], "There is no command 'docter'. Did you mean doctor?"],
    [['--fast'], 'Expected a command before --fast'],
    [['run', '--fromat', 'html'], 'backprop run has no option --fromat. Did you mean --format?'],
    [['run', '-x'], 'backprop run has no option -x.'],
    [['run', '--format', 'htm'], "--format cannot be 'htm'. Expected html or ipynb. Did you mean html?"],
    [['run', '--output'], '--output needs a value: --output DIR.'],
    [['run', '--open=yes'], "--open takes no value, but 'yes' was given."],
    [['run', '--open', '--format', 'ipynb'], '--open opens pages; it goes with --format html.'],
    [['run', '--timeout', 'soon'], "--timeout cannot be 'soon'. Expected a number of seconds"],
    [['run', '--notebooks', '/absent/folder'], 'There is no folder of notebooks at'],
    [['doctor', 'now'], "backprop doctor takes no arguments, but 'now' was given."],
  ])('refuses %j with exit code 2 and says what to write', async (words, message) => {
    const { code, out, err } = await call(...words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/^backprop: [^\n]*\n$/)
    expect(err).toContain(message)
  })
})
