import { describe, expect, test } from 'vitest'
import { locateError } from '../../src/cli/locate-error.js'

/** What tslab and Node.js put below every error of a cell without await; `line` is of the call of the wrapper. */
const below = (line: number) => `
    at evalmachine.<anonymous>:${line}:3
    at sigintHandlersWrap (node:vm:280:12)
    at Script.runInThisContext (node:vm:135:14)
    at Object.execute (/x/node_modules/tslab/dist/executor.js:160:38)
`
const inModule = (stack: string) => `file:///x/dist/index.js:9
  throw new ShapeError('matmul(A, B)')
  ^

ShapeError: matmul(A, B)
    at check (file:///x/dist/index.js:9:9)
    at matmul (file:///x/dist/index.js:5:3)
    ${stack}`

// The stderr texts are tslab 1.0.22's, taken from runs of these cells.
describe('locateError()', () => {
  test('takes line and column of a type error', () => {
    expect(locateError('const a = 1\nconst b: string = a', "2:7 - Type 'number' is not…\n")).toEqual({
      line: 2,
      column: 7,
      exact: true,
    })
  })

  test('finds the line of which tslab shows its own form', () => {
    const source = 'const q = 3\n\nthrow new RangeError(`bad`)'
    const stderr = `evalmachine.<anonymous>:5\nthrow new RangeError(\`bad\`);\n^\n\nRangeError: bad\n    at evalmachine.<anonymous>:5:7${below(7)}`
    expect(locateError(source, stderr)).toEqual({ line: 3, exact: false })
  })

  test('finds the line inside a function of the cell', () => {
    const source = 'const m: any = null\nfunction g(): number {\n  return m.x.y\n}\nconst qq = g()'
    const stderr = `evalmachine.<anonymous>:6\n    return m.x.y;\n             ^\n\nTypeError: Cannot read properties of null (reading 'x')\n    at g (evalmachine.<anonymous>:6:14)\n    at evalmachine.<anonymous>:9:12${below(12)}`
    expect(locateError(source, stderr)).toEqual({ line: 3, exact: false })
  })

  test('finds the line that calls the function of a module that threw', () => {
    const source =
      "import { matmul } from '../src'\n\n// comment\nconst x = 1\n\nconst y = matmul(x, 2)\nconsole.log(y)"
    const stderr = inModule(`at evalmachine.<anonymous>:8:28${below(12)}`)
    expect(locateError(source, stderr)).toEqual({ line: 6, exact: false })
  })

  test('takes of several calls the one that is as far down as the stack says', () => {
    const source =
      'const a = matmul(x, x)\nconst b = matmul(x, y)\nconst c = matmul(y, x)\nconst d = 1\nconst e = 2'
    // Two lines of tslab's own before, and one after each const.
    const at = (line: number) =>
      locateError(source, inModule(`at evalmachine.<anonymous>:${line}:28${below(14)}`))?.line
    expect([at(3), at(5), at(7)]).toEqual([1, 2, 3])
  })

  test('names the line that calls a function of an earlier cell, not one that looks like the function', () => {
    const source = 'const z = 3\n\ninterface Foo { a: number }\nconst w = helper(z)'
    const stderr = inModule(
      `at Proxy.helper (evalmachine.<anonymous>:7:29)\n    at evalmachine.<anonymous>:5:19${below(8)}`,
    )
    expect(locateError(source, stderr)).toEqual({ line: 4, exact: false })
    const earlier = `evalmachine.<anonymous>:6\n    const z = 3;\n    ^\n\nError: no\n    at helper (evalmachine.<anonymous>:6:14)\n    at evalmachine.<anonymous>:5:19${below(8)}`
    expect(locateError(source, earlier)).toEqual({ line: 4, exact: false })
  })

  test('finds a call of what Node.js has', () => {
    const stderr = `<anonymous_script>:1\n{\n\nSyntaxError: Expected property name\n    at JSON.parse (<anonymous>)\n    at evalmachine.<anonymous>:3:16${below(7)}`
    expect(locateError("const u = JSON.parse('{')\nu", stderr)).toEqual({ line: 1, exact: false })
  })

  test('makes do with how far down the stack says, after an await', () => {
    const stderr = 'Error: late\n    at evalmachine.<anonymous>:4:9\n'
    expect(locateError('await 0\nconst b = 1\nf(b)', stderr)).toEqual({ line: 2, exact: false })
  })

  test('says nothing where nothing is known', () => {
    expect(locateError("throw 'text'", 'text\n')).toBeUndefined()
    expect(locateError('', '')).toBeUndefined()
  })
})
