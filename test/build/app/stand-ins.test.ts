import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const app = join(import.meta.dirname, '..', '..', '..', 'dist', 'app')
const { script, preload }: { script: string; preload: string[] } = JSON.parse(
  readFileSync(join(app, 'manifest.json'), 'utf8'),
)
const first = [script, ...preload]
const textOf = (names: readonly string[]) =>
  names.map((name) => readFileSync(join(app, 'static', name), 'utf8')).join('\n')
const rest = readdirSync(join(app, 'static')).filter((name) => /\.js$/.test(name) && !first.includes(name))

/** Words of packages that a notebook does not need at once. */
const late = ['rjsf', 'must have required', 'jp-FileEditor']

/** Words of packages that are in no page. */
const none = ['jp-DebuggerSources', 'Content-Length: ', 'shift/reduce']

describe('the page’s first script', () => {
  it('leaves the forms, their check and the editor of text files for when they are asked for', () => {
    const text = textOf(first)
    expect(late.filter((word) => text.includes(word))).toEqual([])
    const later = textOf(rest)
    expect(late.filter((word) => !later.includes(word))).toEqual([])
  })

  it('holds no debugger, no language server and no maker of parsers, and neither does a later one', () => {
    const text = textOf([...first, ...rest])
    expect(none.filter((word) => text.includes(word))).toEqual([])
  })
})
