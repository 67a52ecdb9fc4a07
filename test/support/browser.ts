import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where browsers of Chromium's family are installed. */
const installed = [
  process.env['BACKPROP_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--enable-unsafe-swiftshader',
]

/** A headless browser: one that is installed, else the one of `@sparticuz/chromium` (Linux x64). */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installed.find((path) => path !== undefined && existsSync(path))
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: quiet })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...new Set([...packaged.args, ...quiet])],
    headless: true,
  })
}
