import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)

/** The compiler inside tslab, and the project's own. */
const compilers = [
  ['tslab’s TypeScript 5.0', require.resolve('@tslab/typescript-for-tslab/package.json'), 'node'],
  ['TypeScript 6.0', require.resolve('typescript/package.json'), 'bundler'],
] as const

it.each(compilers)(
  'the built declarations check under %s with ES2022 alone',
  (_, packageFile, resolution) => {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-declarations-'))
    try {
      const file = join(folder, 'all.ts')
      writeFileSync(
        file,
        `import * as src from ${JSON.stringify(join(root, 'dist', 'index'))}\nsrc.show('text')\n`,
      )
      const options = {
        compilerOptions: {
          strict: true,
          noEmit: true,
          lib: ['es2022'],
          types: [],
          target: 'es2022',
          module: 'esnext',
          moduleResolution: resolution,
          // Those of the language are its own; the built ones are looked at.
          skipDefaultLibCheck: true,
        },
        files: [file],
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
      const compiler = join(packageFile, '..', 'lib', 'tsc.js')
      const said = (() => {
        try {
          return execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
        } catch (error) {
          return String((error as { stdout?: string }).stdout)
        }
      })()
      expect(said).toBe('')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

it('dist/browser.js asks for no module at all', () => {
  const text = readFileSync(join(root, 'dist', 'browser.js'), 'utf8')
  const asked = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)['"]([\w@:/.-]+)['"]/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name.startsWith('node:') || builtinModules.includes(name) || name === 'tslab')
  expect(asked).toEqual([])
})

it('dist/index.js loads with require(), as cells load it, and the door of src names it', () => {
  const loaded = require(join(root, 'src')) as Record<string, unknown>
  expect(Object.keys(loaded)).toEqual(
    expect.arrayContaining(['show', 'matmul', 'backward', 'contour', 'tex']),
  )
})
