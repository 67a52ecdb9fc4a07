import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { TestServer } from './test-server.js'

/** A page of a server, with what went wrong on it. */
export interface WatchedPage {
  readonly page: Page
  /** Errors and warnings of the console, errors nobody caught, answers from 400 on. */
  readonly problems: string[]
  /** Addresses that were asked for outside the server. */
  readonly outside: string[]
  /** Opens a page of the server; the first time with the token. */
  open(path: string): Promise<void>
}

/** A new page, as a person with a new profile has it. Whatever it asks of other machines is refused and noted. */
export async function watchedPage(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const problems: string[] = []
  const outside: string[] = []
  const own = new URL(server.url).host
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== own,
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`not caught: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  let query = `?token=${server.token}`
  return {
    page,
    problems,
    outside,
    async open(path) {
      await page.goto(`${server.url}${path}${query}`)
      query = ''
    },
  }
}
