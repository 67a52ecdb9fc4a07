import { describe, expect, test } from 'vitest'
import { failureReport } from '../../src/cli/failure-report.js'
import type { CodeCell, Output } from '../../src/jupyter/notebook/notebook.js'

function cell(source: string, ...outputs: Output[]): CodeCell {
  return { cell_type: 'code', id: 'dz2', metadata: {}, source, execution_count: 7, outputs }
}

const stderr = (text: string): Output => ({ output_type: 'stream', name: 'stderr', text })

describe('failureReport()', () => {
  test('shows chapter, cell, line, the text around it with a mark, and a type error', () => {
    const source = Array.from({ length: 12 }, (_, i) => `const x${i + 1}: string = '${i + 1}'`).join('\n')
    const failing = cell(source, stderr("8:7 - Type 'number' is not assignable to type 'string'.\n"))
    expect(failureReport('06-backprop', { cell: failing, index: 11, number: 7, status: 'error' })).toBe(
      `06-backprop, code cell 7 (cell 12 of the notebook, id dz2), line 8: failed.

     4 | const x4: string = '4'
     5 | const x5: string = '5'
     6 | const x6: string = '6'
     7 | const x7: string = '7'
  >  8 | const x8: string = '8'
       |       ^
     9 | const x9: string = '9'
    10 | const x10: string = '10'
    11 | const x11: string = '11'
    12 | const x12: string = '12'

  8:7 - Type 'number' is not assignable to type 'string'.
`,
    )
  })

  test('shows the message of an error at run time without the frames of tslab and Node.js', () => {
    const text = `evalmachine.<anonymous>:3
throw new RangeError('no');
^

RangeError: no
    at check (file:///x/dist/index.js:9:9)
    at evalmachine.<anonymous>:3:7
    at evalmachine.<anonymous>:5:3
    at sigintHandlersWrap (node:vm:280:12)
    at Object.execute (/x/node_modules/tslab/dist/executor.js:160:38)
    at async C:\\x\\node_modules\\tslab\\dist\\jupyter.js:208:21
`
    const report = failureReport('a', {
      cell: cell("throw new RangeError('no')", stderr(text)),
      index: 0,
      number: 1,
      status: 'error',
    })
    expect(report).toBe(`a, code cell 1 (cell 1 of the notebook, id dz2), near line 1: failed.

  > 1 | throw new RangeError('no')

  RangeError: no
      at check (file:///x/dist/index.js:9:9)
`)
  })

  test('shows why a kernel is gone, and all of the cell', () => {
    const reason = 'The kernel ended by itself with exit code 1: process.exit() in a cell does that.'
    expect(
      failureReport('a', { cell: cell('1\nprocess.exit(1)'), index: 2, number: 1, status: 'died', reason }),
    ).toBe(
      `a, code cell 1 (cell 3 of the notebook, id dz2): ended the kernel.

    1 | 1
    2 | process.exit(1)

  ${reason}
`,
    )
  })

  test('shows error outputs of kernels that send them, and the end of a long text', () => {
    const error: Output = {
      output_type: 'error',
      ename: 'ZeroDivisionError',
      evalue: 'division by zero',
      traceback: [],
    }
    const report = failureReport('a', { cell: cell('1/0', error), index: 0, number: 1, status: 'error' })
    expect(report).toContain('  ZeroDivisionError: division by zero\n')
    const long = stderr(Array.from({ length: 400 }, (_, i) => `line ${i}\n`).join(''))
    const shown = failureReport('a', { cell: cell('x', long), index: 0, number: 1, status: 'error' })
    expect(shown).toContain('  …\n')
    expect(shown).toContain('  line 399\n')
    expect(shown.split('\n').length).toBeLessThan(40)
  })
})
