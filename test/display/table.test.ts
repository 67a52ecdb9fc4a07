import { expect, it } from 'vitest'
import { matrixTable, table } from '../../src/display/table.js'
import { tableHtml } from '../../src/display/table-html.js'
import { tableText } from '../../src/display/table-text.js'
import { matrix } from '../../src/math/index.js'
import { type Refusal, testRefusals, untyped } from '../math/refusal.js'

it('matrixTable() puts name and shape in the head', () => {
  const made = matrixTable(
    matrix([
      [1, 2, 3],
      [4, 5, 6],
    ]),
    { name: 'W1' },
  )
  expect(made.head).toEqual(['W1 (2×3)', '1', '2', '3'])
  expect(made.rows[1]).toEqual(['row 2', 4, 5, 6])
})

it('tableText() writes columns in line, numbers at the right', () => {
  const made = table({
    head: ['name', 'J'],
    rows: [
      ['start', 12.5],
      ['end', -0.25],
    ],
    caption: 'Cost',
  })
  expect(tableText(made)).toBe('Cost\nname       J\nstart   12.5\nend    −0.25')
})

it('tableText() keeps numbers at the right under an empty cell', () => {
  const made = table({
    head: ['', 'factor'],
    rows: [
      ['w', ''],
      ['z', 1.5],
    ],
  })
  expect(tableText(made)).toBe('   factor\nw\nz     1.5')
})

it('tableHtml() marks heads of columns and rows and lets nothing through as markup', () => {
  const html = tableHtml(table({ head: ['<b>', 'x'], rows: [['<script>', 1]] }))
  expect(html).toContain('<th scope="col"')
  expect(html).toContain('<th scope="row"')
  expect(html).not.toMatch(/<b>|<script>/)
})

it('table() says which row does not fit the head', () => {
  expect(() => table({ head: ['a', 'b'], rows: [[1, 2], [3]] })).toThrow(
    'table({ head, rows }): row 2 has 1 cells, the head has 2. Give each row one cell for each column.',
  )
})

it('matrixTable() says when names do not fit the shape', () => {
  expect(() => matrixTable(matrix([[1, 2]]), { name: 'W', rowNames: ['a', 'b'] })).toThrow(
    'matrixTable(matrix, options): 2 row names and 2 column names do not fit W, a 1×2 matrix.',
  )
})

const oneCell = (cell: unknown) => table({ head: ['a'], rows: [[untyped(cell)]] })
const refusals: readonly Refusal[] = [
  [
    'no table',
    () => table(untyped(undefined)),
    TypeError,
    'table({ head, rows }): expected options to be a record',
  ],
  [
    'an unknown option',
    () => table(untyped({ head: ['a'], rows: [], captoin: 'x' })),
    TypeError,
    'Did you mean `caption`?',
  ],
  [
    'no head',
    () => table(untyped({ rows: [] })),
    TypeError,
    'expected head to be an array of names, received undefined.',
  ],
  [
    'an empty head',
    () => table({ head: [], rows: [] }),
    TypeError,
    'expected head to name at least one column.',
  ],
  [
    'a number in the head',
    () => table(untyped({ head: ['a', 1], rows: [] })),
    TypeError,
    'expected head[1] to be text, received 1.',
  ],
  [
    'no rows',
    () => table(untyped({ head: ['a'] })),
    TypeError,
    'expected rows to be an array of rows, each an array of cells, received undefined.',
  ],
  ['an undefined cell', () => oneCell(undefined), TypeError, "but row 1 has undefined in column 'a'."],
  ['a null cell', () => oneCell(null), TypeError, "but row 1 has null in column 'a'."],
  ['a function for a cell', () => oneCell(() => 1), TypeError, "but row 1 has a function in column 'a'."],
  [
    'a caption that is no text',
    () => table(untyped({ head: ['a'], rows: [], caption: 3 })),
    TypeError,
    'expected caption to be text, received 3.',
  ],
  [
    'row headers that are neither',
    () => table(untyped({ head: ['a'], rows: [], rowHeaders: 'maybe' })),
    RangeError,
    "Expected one of 'yes', 'no'.",
  ],
  [
    'no matrix',
    () => matrixTable(untyped([[1]])),
    TypeError,
    'matrixTable(matrix, options): expected matrix to be a Matrix, received an array of 1.',
  ],
  ['null for options', () => matrixTable(matrix([[1]]), untyped(null)), TypeError, 'received null.'],
  [
    'a name that is no text',
    () => matrixTable(matrix([[1]]), { name: untyped(3) }),
    TypeError,
    'expected name to be text, received 3.',
  ],
  [
    'a row name that is missing',
    () => matrixTable(matrix([[1]]), { rowNames: [untyped(undefined)] }),
    TypeError,
    'expected rowNames[0] to be text, received undefined.',
  ],
]
testRefusals(refusals)
