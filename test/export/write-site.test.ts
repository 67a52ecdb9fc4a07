import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeSite } from '../../src/export/write-site.js'
import { code, markdown, notebook } from './fixture/cells.js'
import { chapters } from './fixture/chapters.js'

let folder = ''
let assets = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-site-'))
  assets = await mkdtemp(join(tmpdir(), 'backprop-assets-'))
  for (const file of ['style.css', 'page.js', 'plotly.min.js', 'plotly.LICENSE.txt']) {
    await writeFile(join(assets, file), `/* ${file} */`)
  }
})

afterEach(async () => {
  await rm(folder, { recursive: true })
  await rm(assets, { recursive: true })
})

const read = (path: string) => readFile(path, 'utf8')

describe('writeSite()', () => {
  test('writes a page for each chapter, an index and the assets, and no leftovers', async () => {
    const { index, pages } = await writeSite(chapters, folder, { assets })
    expect((await readdir(folder)).sort()).toEqual([
      '01-contours-and-gradient.html',
      '02-descent.html',
      '03-surfaces.html',
      'assets',
      'index.html',
    ])
    expect(index).toBe(join(folder, 'index.html'))
    expect(pages).toEqual(
      ['01-contours-and-gradient.html', '02-descent.html', '03-surfaces.html'].map((file) =>
        join(folder, file),
      ),
    )
    expect((await readdir(join(folder, 'assets'))).sort()).toEqual((await readdir(assets)).sort())
  })

  test('writes the same pages when it runs again', async () => {
    const { index, pages } = await writeSite(chapters, folder, { assets })
    const first = await Promise.all([index, ...pages].map(read))
    await writeSite(chapters, folder, { assets })
    expect(await Promise.all([index, ...pages].map(read))).toEqual(first)
  })

  test('the index names each chapter with number, title, description, charts and minutes', async () => {
    const { index } = await writeSite(chapters, folder, {
      assets,
      title: 'A course',
      introduction: ['What <it> is.'],
    })
    const html = await read(index)
    expect(html).toContain('<h1>A course</h1>')
    expect(html).toContain('What &lt;it&gt; is.')
    expect(html).toContain(
      '<a href="01-contours-and-gradient.html"><span class="spoken">Chapter 1: </span>Contours and gradient</a>',
    )
    expect(html).toContain('4 charts · 20 to 30 minutes')
    expect(html).toContain('<p>One step by hand, then many')
    expect(html).toContain('<p class="facts">1 chart</p>')
    expect(html.match(/<div class="entry-picture"><svg [^>]*aria-hidden="true"/g)).toHaveLength(2)
  })

  test('every link inside the site leads somewhere, and every id comes once', async () => {
    const { index, pages } = await writeSite(chapters, folder, { assets })
    const names = ['index.html', ...pages.map((path) => path.slice(folder.length + 1))]
    const texts = new Map(
      await Promise.all([index, ...pages].map(async (path, i) => [names[i], await read(path)] as const)),
    )
    for (const [name, text] of texts) {
      const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      for (const [, address = ''] of text.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        if (/^https?:/.test(address)) continue
        const [file = '', id] = address.split('#')
        const target = texts.get(file === '' ? name : file)
        expect(target, `${name} links to ${address}`).toBeDefined()
        if (id !== undefined) expect(target, `${name} links to ${address}`).toContain(`id="${id}"`)
      }
    }
  })

  test('a page runs no script but the two of the site and its JSON', async () => {
    const { pages } = await writeSite(chapters, folder, { assets })
    for (const path of pages) {
      const scripts = (await read(path)).match(/<script[^>]*>/g) ?? []
      expect(scripts.filter((tag) => tag !== '<script type="application/json">')).toEqual([
        '<script src="assets/page.js">',
      ])
    }
  })

  test('removes its own stale pages, and nothing else', async () => {
    await writeSite(chapters, folder, { assets })
    await writeFile(join(folder, 'mine.html'), '<p>mine</p>')
    await writeFile(join(folder, 'notes.txt'), 'mine')
    await writeSite(chapters.slice(0, 1), folder, { assets })
    expect((await readdir(folder)).sort()).toEqual([
      '01-contours-and-gradient.html',
      'assets',
      'index.html',
      'mine.html',
      'notes.txt',
    ])
  })

  test('writes nothing when a file of somebody else stands in the way', async () => {
    await writeFile(join(folder, '02-descent.html'), '<p>mine</p>')
    await expect(writeSite(chapters, folder, { assets })).rejects.toThrow(join(folder, '02-descent.html'))
    expect(await readdir(folder)).toEqual(['02-descent.html'])
  })

  test('a chapter without a heading is titled by its name', async () => {
    const plain = notebook(markdown('m', 'Only words.'), code('c', '1 + 1'))
    const { pages } = await writeSite([{ name: '07-two-moons', notebook: plain }], folder, { assets })
    expect(await read(pages[0] ?? '')).toContain('<h1 id="two-moons">Two moons</h1>')
  })

  test.each(['../outside', 'a/b', '', '.hidden', 'index', 'CON?'])(
    'refuses %j as the name of a page',
    async (name) => {
      const wrong = [{ name, notebook: notebook() }]
      await expect(writeSite(wrong, folder, { assets })).rejects.toThrow(/writeSite\(chapters\): the name/)
      expect(await readdir(folder)).toEqual([])
    },
  )

  test('refuses a name that comes twice', async () => {
    const twice = [
      { name: 'a', notebook: notebook() },
      { name: 'A', notebook: notebook() },
    ]
    await expect(writeSite(twice, folder, { assets })).rejects.toThrow(/'A' is taken already/)
  })

  test('says which asset is missing and how to make it', async () => {
    await rm(join(assets, 'page.js'))
    await expect(writeSite(chapters, folder, { assets })).rejects.toThrow(
      /page\.js is not in .*npm run build/,
    )
  })
})
