import { describe, expect, test } from 'vitest'
import { openCommand, openPage } from '../../src/cli/open-page.js'

const url = 'file:///x/a%20b/index.html'

describe('openCommand()', () => {
  test('is the system’s own way', () => {
    expect(openCommand(url, { platform: 'darwin', env: {} })).toEqual(['open', url])
    expect(openCommand(url, { platform: 'win32', env: {} })).toEqual(['cmd', '/c', 'start', '""', url])
    expect(openCommand(url, { platform: 'linux', env: { DISPLAY: ':0' } })).toEqual(['xdg-open', url])
    expect(openCommand(url, { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual([
      'xdg-open',
      url,
    ])
  })

  test('is none on Linux without a display', () => {
    expect(openCommand(url, { platform: 'linux', env: { DISPLAY: '' } })).toBeUndefined()
  })
})

test('openPage() is false when nothing could be opened', async () => {
  expect(await openPage(url, { platform: 'linux', env: {} })).toBe(false)
})
