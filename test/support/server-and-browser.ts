import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.js'
import { startTestServer, type TestServer } from './test-server.js'

/** A server and a browser for the tests beside this call: there before the first of them, and gone after the last. */
export function serverAndBrowser(): { readonly server: TestServer; readonly browser: Browser } {
  // Filled before a test reads them.
  const both = {} as { server: TestServer; browser: Browser }
  beforeAll(async () => {
    both.server = await startTestServer()
    both.browser = await openBrowser()
  })
  afterAll(async () => {
    await both.browser?.close()
    await both.server?.close()
  })
  return both
}
