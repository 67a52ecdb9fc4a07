import { expect, it, test } from 'vitest'
import { itemBundle, rowBundle } from '../../src/display/item-bundle.js'
import { matrix } from '../../src/math/index.js'
import { tex } from '../../src/tex/index.js'
import { untyped } from '../math/refusal.js'

const noLibrary = { libraryFor: () => undefined, hasPassed: () => false, records: () => [] }

it('itemBundle() gives each kind of item the forms that clients know', () => {
  expect(itemBundle('**yes**', noLibrary)).toEqual({ 'text/markdown': '**yes**', 'text/plain': '**yes**' })
  expect(itemBundle(0.25, noLibrary)).toEqual({ 'text/plain': '0.25' })
  expect(Object.keys(itemBundle(tex`x`, noLibrary))).toEqual(['text/html', 'text/latex', 'text/plain'])
  expect(itemBundle(matrix([[1, 2]]), noLibrary)['text/plain']).toContain('(1×2)')
})

it('rowBundle() holds all items, side by side and as text', () => {
  const row = rowBundle(['left', 3], noLibrary)
  expect(row['text/plain']).toBe('left\n\n3')
  expect(row['application/vnd.backprop.row+json']).toEqual({
    items: [itemBundle('left', noLibrary), itemBundle(3, noLibrary)],
  })
})

test.each([
  ['null', null, 'received null.'],
  ['true', true, 'received true.'],
  ['a symbol', Symbol('s'), 'received a symbol.'],
  ['an array', [1, 2], 'received an array of 2.'],
  ['an object', { J: 1 }, 'received an object with J.'],
  ['half a formula', { kind: 'formula' }, 'received an object with kind.'],
  ['half a table', { kind: 'table' }, 'received an object with kind.'],
  ['half a figure', { data: [], layout: null }, 'received an object with data, layout.'],
  ['half a matrix', { rows: 1, columns: 1, values: [1] }, 'received a 1×1 matrix.'],
])('itemBundle() refuses %s, and says what came', (_, item, message) => {
  expect(() => itemBundle(untyped(item), noLibrary)).toThrow(TypeError)
  expect(() => itemBundle(untyped(item), noLibrary)).toThrow(message)
})
