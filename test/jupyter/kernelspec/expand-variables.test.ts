import { expect, test } from 'vitest'
import { expandVariables } from '../../../src/jupyter/kernelspec/expand-variables.js'

test('expandVariables() expands both forms, keeps what it does not know, and knows $$', () => {
  const env = { PATH: '/bin', HOME: '/h' }
  const braced = (name: string) => `$\{${name}}`
  expect(expandVariables(`$HOME/x:${braced('PATH')}:${braced('ABSENT')}:$ABSENT:$$PATH:$`, env)).toBe(
    `/h/x:/bin:${braced('ABSENT')}:$ABSENT:$PATH:$`,
  )
})
