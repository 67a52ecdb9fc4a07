import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lateSettings } from '../../../src/app/shell/late-settings.js'

const root = join(import.meta.dirname, '..', '..', '..')
const settings: { id: string }[] = JSON.parse(
  readFileSync(join(root, 'dist', 'app', 'settings.json'), 'utf8'),
)

describe('the settings of plugins that start late', () => {
  it('are read at the start for each package of the late list', () => {
    const late = readFileSync(join(root, 'src', 'app', 'shell', 'late.ts'), 'utf8')
    const whole = [...late.matchAll(/^import (\w+) from '(@[^']+)'/gm)]
      .filter(([, name]) => late.includes(`...all(${name})`))
      .map(([, , packageName]) => `${packageName}:`)
    expect(whole.length).toBeGreaterThan(8)
    const known = (start: string) => settings.some(({ id }) => id.startsWith(start))
    expect(lateSettings.filter((start) => start.endsWith(':'))).toEqual(whole.filter(known))
    expect(lateSettings.filter((start) => !known(start))).toEqual([])
  })
})
