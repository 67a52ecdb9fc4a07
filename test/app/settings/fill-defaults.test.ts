import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { fillDefaults } from '../../../src/app/settings/fill-defaults.js'

const file = join(import.meta.dirname, '..', '..', '..', 'dist', 'app', 'settings.json')
const all: { id: string; schema: Record<string, unknown> }[] = JSON.parse(readFileSync(file, 'utf8'))

describe('fillDefaults()', () => {
  it('fills every plugin’s settings as Ajv does', () => {
    const ajv = new Ajv({ useDefaults: true, strict: false })
    for (const { id, schema } of all) {
      const expected = {}
      ajv.compile(schema)(expected)
      // JSON is all that a schema holds.
      expect(fillDefaults({}, schema as never), id).toEqual(expected)
    }
    expect(all.length).toBeGreaterThan(40)
  })

  it('keeps what the user set, and fills below it', () => {
    const schema = {
      definitions: { size: { type: 'object', properties: { width: { default: 3 } } } },
      properties: {
        size: { $ref: '#/definitions/size', default: {} },
        list: { items: { $ref: '#/definitions/size' } },
      },
    }
    expect(fillDefaults({ list: [{}, { width: 9 }] }, schema)).toEqual({
      size: { width: 3 },
      list: [{ width: 3 }, { width: 9 }],
    })
  })

  it('gives each reader a copy of a default', () => {
    const schema = { properties: { keys: { default: ['a'] } } }
    const first = fillDefaults({}, schema) as { keys: string[] }
    first.keys.push('b')
    expect(fillDefaults({}, schema)).toEqual({ keys: ['a'] })
  })
})
