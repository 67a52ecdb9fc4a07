import { expect, test } from 'vitest'
import { openBrowser } from './browser.js'

test('the browser outlives a page that crashes and a context that closes, and draws with WebGL', async () => {
  const browser = await openBrowser()
  try {
    const closed = await browser.newContext()
    await closed.newPage()
    await closed.close()
    const doomed = await browser.newPage()
    const crashed = new Promise((resolve) => doomed.once('crash', resolve))
    await doomed.goto('chrome://crash').catch(() => 'the page is gone before it answers')
    await crashed
    const page = await browser.newPage()
    const version = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('webgl')
      return String(context?.getParameter(context.VERSION))
    })
    expect(version).toContain('WebGL 1.0')
  } finally {
    await browser.close()
  }
})
