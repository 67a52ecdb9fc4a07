import { expect, it } from 'vitest'
import { LibraryCarrier } from '../../src/display/library-carrier.js'

const at = (run: unknown, place: string) => ({ run, place })

it('only the first chart of a notebook carries the library', () => {
  const carrier = new LibraryCarrier()
  expect(carrier.carries(at(1, 'a'), 'A bowl')).toBe(true)
  expect(carrier.carries(at(2, 'b'), 'A path')).toBe(false)
  expect(carrier.carries(at(3, 'c'), 'Another path')).toBe(false)
})

it('the first chart carries it again when its cell is run again', () => {
  const carrier = new LibraryCarrier()
  carrier.carries(at(1, 'a'), 'A bowl')
  carrier.carries(at(2, 'b'), 'A path')
  expect(carrier.carries(at(3, 'a'), 'A bowl')).toBe(true)
})

it('an edited first cell is known by its chart’s title, and then by its new code', () => {
  const carrier = new LibraryCarrier()
  carrier.carries(at(1, 'a'), 'A bowl')
  carrier.carries(at(2, 'b'), 'A path')
  expect(carrier.carries(at(3, 'a edited'), 'A bowl')).toBe(true)
  expect(carrier.carries(at(4, 'a edited'), 'A bowl')).toBe(true)
})

it('one run of a cell carries it once, however many charts it shows', () => {
  const carrier = new LibraryCarrier()
  expect(carrier.carries(at(1, 'a'), 'A bowl')).toBe(true)
  expect(carrier.carries(at(1, 'a'), 'A bowl')).toBe(false)
  expect(carrier.carries(at(1, 'a second line'), 'A bowl')).toBe(false)
  expect(carrier.carries(at(2, 'a'), 'A bowl')).toBe(true)
})

it('another cell whose chart has another title never carries it', () => {
  const carrier = new LibraryCarrier()
  carrier.carries(at(1, 'a'), 'A bowl')
  expect(carrier.carries(at(2, 'b'), 'A path')).toBe(false)
  expect(carrier.carries(at(3, 'b'), 'A path')).toBe(false)
})
