import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CellOutput } from '../../../src/jupyter/tslab/cell-output.js'
import { outputLimits } from '../../../src/jupyter/tslab/output-limits.js'

/** A cell's output, and what it published: types, and texts by stream. */
function cell(limits: Partial<typeof outputLimits> = {}) {
  const messages: [string, Record<string, unknown>][] = []
  const output = new CellOutput((type, content) => messages.push([type, { ...content }]), {
    ...outputLimits,
    ...limits,
  })
  const printed = (name: string) =>
    messages
      .filter(([type, content]) => type === 'stream' && content['name'] === name)
      .map(([, content]) => content['text'])
      .join('')
  return { output, messages, printed }
}

const display = (value: string, display_id?: string) => ({
  data: { 'text/plain': value },
  metadata: {},
  ...(display_id === undefined ? {} : { transient: { display_id } }),
})

describe('CellOutput', () => {
  test('keeps what is printed, in order within and between streams and displays', () => {
    const step = fc.record({ to: fc.constantFrom('stdout', 'stderr', 'display'), text: fc.string() })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { output, messages } = cell()
        const want: string[] = []
        for (const { to, text } of steps) {
          if (to === 'display') output.display(display(text))
          else output.print(to, text)
          const [last] = want.slice(-1)
          if (to !== 'display' && last?.startsWith(to)) want[want.length - 1] = last + text
          else want.push(to + text)
        }
        output.close()
        const got: string[] = []
        for (const [type, { name, text, data }] of messages) {
          const [last] = got.slice(-1)
          if (type === 'display_data') got.push(`display${Object(data)['text/plain']}`)
          else if (last?.startsWith(String(name))) got[got.length - 1] = `${last}${text}`
          else got.push(`${name}${text}`)
        }
        expect(got).toEqual(want)
      }),
    )
  })

  test('never prints more than the limit, and counts every line of the rest', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n') })
    fc.assert(
      fc.property(fc.array(text), fc.nat(30), (texts, characters) => {
        const { output, printed } = cell({ characters })
        for (const each of texts) output.print('stdout', each)
        output.close()
        const all = texts.join('')
        expect(printed('stdout')).toBe(all.slice(0, characters))
        const lost = all.slice(characters)
        const lines = lost.split('\n').length - (lost.endsWith('\n') || lost === '' ? 1 : 0)
        const told = /… (\d+) more lines? (was|were) not shown/.exec(printed('stderr'))
        expect(Number(told?.[1] ?? 0)).toBe(lines)
      }),
    )
  })

  test('says at once that the limit is reached, since the cell may never end', () => {
    const { output, printed } = cell({ characters: 10 })
    output.print('stdout', 'x'.repeat(100_000))
    output.flush()
    expect(printed('stderr')).toContain('What this cell prints from here on is counted, not shown.')
  })

  test('counts displays beyond the limit, but not updates', () => {
    const { output, messages, printed } = cell({ displays: 2 })
    for (let i = 0; i < 5; i++) output.display(display(String(i)))
    for (let i = 0; i < 5; i++) output.display(display(`update ${i}`, 'id'), true)
    output.close()
    expect(messages.filter(([type]) => type === 'display_data')).toHaveLength(2)
    expect(messages.filter(([type]) => type === 'update_display_data').at(-1)?.[1]).toEqual(
      display('update 4', 'id'),
    )
    expect(printed('stderr')).toBe('… 3 more displays were not shown.\n')
  })

  test('tells of a display that is too large instead of sending it', () => {
    const { output, messages, printed } = cell()
    output.display(display('x'.repeat(25_000_000)))
    output.close()
    expect(printed('stderr')).toBe('… An output of 25 MB was not shown; one may have 20 MB.\n')
    expect(messages).toHaveLength(1)
  })

  test('of quick updates of two displays sends the last of each', () => {
    const { output, messages } = cell()
    for (let i = 0; i < 1_000; i++)
      for (const id of ['a', 'b']) output.display(display(`${id}${i}`, id), true)
    output.close()
    expect(messages.length).toBeLessThan(200)
    expect(messages.slice(-2).map(([, content]) => content)).toEqual([
      display('a999', 'a'),
      display('b999', 'b'),
    ])
  })

  test('sends what a timer prints after the cell has ended', async () => {
    const { output, printed } = cell()
    output.print('stdout', 'in time\n')
    output.close()
    output.print('stdout', 'late\n')
    await expect.poll(() => printed('stdout')).toBe('in time\nlate\n')
  })

  test('lets a cell that prints little wait for nothing', () => {
    const { output, printed } = cell()
    for (let i = 0; i < 10; i++) output.print('stdout', `${i}`)
    expect(printed('stdout')).toBe('0123456789')
  })

  test('makes few messages of many lines', async () => {
    const { output, messages, printed } = cell()
    for (let i = 0; i < 1_000; i++) output.print('stdout', `${i}\n`)
    await expect.poll(() => printed('stdout').split('\n')).toHaveLength(1_001)
    expect(messages.length).toBeLessThan(500)
  })
})
