import { build } from 'esbuild'
import { expect, it } from 'vitest'
import type * as Tex from '../../src/tex/index.js'

it('bundles for any platform, with nothing left outside, and runs from there', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/tex/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'silent',
  })
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([])
  const code = outputFiles[0]?.text ?? ''
  // The bundle exports what its entry does.
  const bundled = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof Tex
  expect(bundled.tex`W_1 = ${-0.5}`.label).toBe('W 1 equals minus 0.5')
})
