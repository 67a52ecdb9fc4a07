import { describe, expect, it } from 'vitest'
import { checkCell } from './cell-rules.js'
import { chapter, chapterNames } from './chapters.js'

const nothing = { declared: new Set<string>(), imported: new Set<string>() }
const earlier = { declared: new Set(['path']), imported: new Set(['contour']) }

describe('the rules for cells', () => {
  it.each([
    ["import { readFileSync } from 'node:fs'", 'imports something other'],
    ["import * as src from '../src'", 'imports without names'],
    ['show({ path })', 'shorthand { path }'],
    ['show({ contour })', 'shorthand { contour }'],
    ["import { palette } from '../src'\nshow({ palette })", 'shorthand { palette }'],
    ['path = []', 'assigns path'],
    ['path[0].x += 1', 'assigns path'],
    ['path.length--', 'assigns path'],
    ['const path = 1', 'declares path'],
    ['const { path } = f()', 'declares path'],
    ['export const a = 1', 'exports'],
    ['class A { #b = 1 }', 'a class in a cell'],
    ['for (const p of []) {}', 'a loop at the top level'],
    ["const fs = require('fs')", 'uses require'],
    ["const a = import('../src')", 'dynamic import'],
    ['const r = Math.random()', 'uses Math.random'],
    ['document.body', 'uses document'],
    ['1\n'.repeat(26), 'more than 25 lines'],
  ])('%j is refused', (source, rule) => {
    expect(checkCell(source, earlier).broken.join('\n')).toContain(rule)
  })

  it('a good cell passes', () => {
    const source = "import { show } from '../src'\nconst start = [3, 2]\nshow(f({ start, path: path }))"
    expect(checkCell(source, earlier)).toEqual({ declared: ['start'], imported: ['show'], broken: [] })
  })
})

describe.each(chapterNames)('%s', (name) => {
  it('keeps the rules for cells', () => {
    const declared = new Set<string>(nothing.declared)
    const imported = new Set<string>(nothing.imported)
    const broken: string[] = []
    for (const cell of chapter(name).cells) {
      if (cell.cell_type !== 'code') continue
      const report = checkCell(cell.source.join(''), { declared, imported })
      broken.push(...report.broken.map((rule) => `${cell.id}, ${rule}`))
      for (const each of report.declared) declared.add(each)
      for (const each of report.imported) imported.add(each)
    }
    expect(broken).toEqual([])
  })
})
