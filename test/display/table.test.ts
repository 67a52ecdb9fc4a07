import { expect, it } from 'vitest'
import { matrixTable, table, tableHtml, tableText } from '../../src/display/table.js'
import { matrix } from '../../src/math/index.js'

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
    'do not fit a 1×2 matrix',
  )
})
