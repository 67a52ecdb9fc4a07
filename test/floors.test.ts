import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')

/** Rooms from the highest floor to the lowest: a room imports itself and rooms before it in this list. */
const rooms = [
  'math',
  'network',
  'data',
  'figures',
  'tex',
  'exercises',
  'display',
  'index',
  // the fence: nothing before this line imports anything after it
  'jupyter',
  'export',
  'server',
  'app',
  'teach',
  'cli',
]
const fence = rooms.indexOf('jupyter')

/** Packages that one room alone may import, and rooms above the fence that may import none but these. */
const homes: Record<string, string> = {
  'mathjax-full': 'tex',
  tslab: 'display',
  zeromq: 'jupyter',
  'markdown-it': 'export',
  'highlight.js': 'export',
  'fastest-levenshtein': 'cli',
  '@codemirror': 'app',
  '@jupyterlab': 'app',
  '@jupyter-notebook': 'app',
  '@lumino': 'app',
  hono: 'server',
  '@hono/node-server': 'server',
  ws: 'server',
  ajv: 'server',
}

interface Import {
  readonly file: string
  readonly room: string
  readonly target: string
}

const files = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))

function roomOf(path: string): string {
  const [first = ''] = relative(src, path).split(sep)
  return first.replace(/\.(ts|js)$/, '')
}

const imports: Import[] = files.flatMap((file) => {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => ({
    file: relative(src, file),
    room: roomOf(file),
    target: fileName,
  }))
})

describe('the floors of src', () => {
  it('every file stands in a room of the house', () => {
    expect(files.map(roomOf).filter((room) => !rooms.includes(room))).toEqual([])
  })

  it('a room imports itself and rooms above it, so circles between rooms cannot arise', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((each) => ({ ...each, to: roomOf(join(dirname(join(src, each.file)), each.target)) }))
      .filter(({ room, to }) => rooms.indexOf(to) > rooms.indexOf(room))
    expect(wrong).toEqual([])
  })

  it('the page takes types alone from the server, which it reaches over the network', () => {
    const wrong = files
      .filter((file) => roomOf(file) === 'app')
      .flatMap((file) =>
        ts
          .createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
          .statements.filter((each) => ts.isImportDeclaration(each))
          .filter(({ importClause }) => importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
          .map(({ moduleSpecifier }) => moduleSpecifier)
          .filter((each) => ts.isStringLiteral(each) && roomOf(join(dirname(file), each.text)) === 'server')
          .map(() => relative(src, file)),
      )
    expect(wrong).toEqual([])
  })

  it('nothing above the fence imports Node or a package, but tex mathjax-full and display its tslab platform', () => {
    const wrong = imports.filter(
      ({ file, room, target }) =>
        rooms.indexOf(room) < fence &&
        !target.startsWith('.') &&
        !(room === 'tex' && target.startsWith('mathjax-full')) &&
        !(room === 'display' && target === '#platform') &&
        file !== join('display', 'platform', 'tslab.ts') &&
        file !== join('display', 'platform', 'progress-file.ts'),
    )
    expect(wrong).toEqual([])
  })

  it('a package is imported in one room only', () => {
    const wrong = imports.filter(({ room, target }) => {
      const name = Object.keys(homes).find((each) => target === each || target.startsWith(`${each}/`))
      return name !== undefined && homes[name] !== room
    })
    expect(wrong).toEqual([])
  })

  it('no file imports in a circle', () => {
    const graph = new Map<string, string[]>()
    for (const { file, target } of imports) {
      if (!target.startsWith('.')) continue
      const to = join(dirname(file), target).replace(/\.js$/, '.ts')
      graph.set(file, [...(graph.get(file) ?? []), to])
    }
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      if (done.has(file)) return
      for (const next of graph.get(file) ?? []) walk(next, [...path, file])
      done.add(file)
    }
    for (const file of graph.keys()) walk(file, [])
    expect(circles).toEqual([])
  })

  it('the test reads what it thinks it reads', () => {
    expect(
      imports.some(({ file, target }) => file === join('display', 'show.ts') && target === '#platform'),
    ).toBe(true)
    expect(imports.length).toBeGreaterThan(files.length)
  })
})
