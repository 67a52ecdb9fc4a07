import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What a page is measured by. */
export interface Subject {
  readonly name: string
  readonly url: string
  /** A heading that can be read. */
  readonly readable: string
  /** An editor of a code cell that can be typed in. */
  readonly editable: string
  /** What covers the page until it is ready, if anything does. */
  readonly cover?: string
}

/** Milliseconds from the start of the navigation, and what came over the wire. */
export interface Visit {
  readonly readable: number
  readonly editable: number
  readonly kilobytes: number
}

/** A visit with a new profile, and the third one with the same. */
export async function coldAndWarm(browser: Browser, subject: Subject): Promise<{ cold: Visit; warm: Visit }> {
  const context = await newContext(browser)
  try {
    const cold = await visit(context, subject)
    await visit(context, subject)
    return { cold, warm: await visit(context, subject) }
  } finally {
    await context.close()
  }
}

export function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 900 } })
}

export async function visit(context: BrowserContext, subject: Subject): Promise<Visit> {
  const page = await open(context, subject)
  const measured = await page.waitForFunction(
    () => (window as unknown as { measured?: Visit }).measured,
    undefined,
    {
      timeout: 60_000,
    },
  )
  const { readable, editable } = (await measured.jsonValue()) ?? {
    readable: Number.NaN,
    editable: Number.NaN,
  }
  const bytes = await page.evaluate(() =>
    performance
      .getEntries()
      .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0), 0),
  )
  await page.close()
  return { readable, editable, kilobytes: Math.round(bytes / 1024) }
}

/** Looks at each frame whether there is something to read and to type in. */
async function open(context: BrowserContext, { url, readable, editable, cover }: Subject): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(
    ({ readable, editable, cover }) => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].some((each) => each.getClientRects().length > 0)
      let read: number | undefined
      const look = () => {
        if (read === undefined && seen(readable)) read = performance.now()
        if (read !== undefined && seen(editable) && (cover === undefined || !seen(cover)))
          Object.assign(window, { measured: { readable: read, editable: performance.now() } })
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    { readable, editable, cover },
  )
  await page.goto(url, { waitUntil: 'commit' })
  return page
}
