import { describe, expect, it } from 'vitest'

/** The build is plain JavaScript without declarations. */
const load = (name: string) => import(new URL(`../../../src/build/app/${name}.mjs`, import.meta.url).href)
const { mend } = await load('mends')
const { defaults, setDefaults } = await load('defaults')
const { oneMenu } = await load('one-menu')

describe('what the build changes in packages', () => {
  it('stops the build when the line is no longer there', () => {
    expect(() => mend('node_modules/yjs/dist/yjs.mjs', 'other')).toThrow(/Take the mend away/)
    expect(mend('node_modules/other/index.js', 'other')).toBe('other')
  })

  it('stops it too when a setting is gone whose default is another here', () => {
    const [id = ''] = Object.keys(defaults)
    expect(() => setDefaults([{ id, schema: { properties: {} } }])).toThrow(/no setting/)
  })

  it('joins menu entries that are named twice', () => {
    const menu = (items: object[]) => ({ 'jupyter.lab.menus': { main: [{ items }] } })
    const settings = [
      {
        id: '@jupyterlab/a:x',
        schema: menu([{ command: 'close', rank: 3 }, { command: 'move', rank: 1 }, { command: 'stay' }]),
      },
      {
        id: '@jupyter-notebook/b:y',
        schema: menu([
          { command: 'close', disabled: true },
          { command: 'move', rank: 9 },
        ]),
      },
    ]
    oneMenu(settings)
    expect(settings.map(({ schema }) => schema['jupyter.lab.menus'].main[0]?.items)).toEqual([
      [{ command: 'stay' }],
      [{ command: 'move', rank: 9 }],
    ])
  })
})
