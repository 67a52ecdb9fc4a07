import { describe, expect, it } from 'vitest'
import { watchedContents } from '../../../src/server/outputs/watched-contents.js'
import type { Contents, ContentsModel } from '../../../src/server/services.js'
import { noContents } from '../../support/no-contents.js'

/** Contents whose saves wait until they are let through. */
function slowContents() {
  const gate = { through: () => {} }
  const reads: string[] = []
  const contents: Contents = {
    ...noContents,
    get: async (path) => {
      reads.push(path)
      // Nothing looks at it.
      return {} as ContentsModel
    },
    save: (path) =>
      new Promise((resolve, reject) => {
        gate.through = () => (path === 'bad.ipynb' ? reject(new Error('full')) : resolve({} as ContentsModel))
      }),
  }
  return { contents, reads, gate }
}

const model = { type: 'notebook', format: 'json', content: {} } as const

describe('contents that the outputs watch', () => {
  it('give who reads a notebook while it is saved what it is afterwards', async () => {
    const { contents, reads, gate } = slowContents()
    const seen: string[] = []
    const watched = watchedContents(contents, {
      opened: (path) => seen.push(`opened ${path}`),
      saved: (path) => seen.push(`saved ${path}`),
    })
    const save = watched.save('n.ipynb', model)
    const read = watched.get('n.ipynb')
    await watched.get('other.ipynb')
    await watched.get('n.ipynb', { content: false })
    expect(reads).toEqual(['other.ipynb', 'n.ipynb'])
    gate.through()
    await Promise.all([save, read])
    expect(reads).toEqual(['other.ipynb', 'n.ipynb', 'n.ipynb'])
    expect(seen).toEqual(['opened other.ipynb', 'saved n.ipynb', 'opened n.ipynb'])
  })

  it('are read as they are after a save that failed', async () => {
    const { contents, gate } = slowContents()
    const watched = watchedContents(contents, { opened: () => {}, saved: () => {} })
    const save = watched.save('bad.ipynb', model)
    const read = watched.get('bad.ipynb')
    gate.through()
    await expect(save).rejects.toThrow('full')
    await read
  })
})
