import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { packagedBrowser } from './packaged-browser.js'
import { patience } from './patience.js'

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

/** WebGL in software: the packaged browser has no other. */
const software = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--no-zygote',
  '--font-render-hinting=none',
]

/**
 * A headless browser: one that is installed, else the one of `@sparticuz/chromium` (Linux x64), with a process for each
 * page, so that a page that crashes is the only one, which the flags of that package (one process) would not give. Its
 * pages wait patiently.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch()
  browser.on('context', (context) => context.setDefaultTimeout(patience))
  return browser
}

async function launch(): Promise<Browser> {
  const executablePath = installed.find((path) => path !== undefined && existsSync(path))
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: quiet, timeout: patience })
  const packaged = await packagedBrowser()
  return chromium.launch({
    executablePath: packaged.executablePath,
    args: [...quiet, ...software],
    env: { ...process.env, FONTCONFIG_FILE: packaged.fontconfig },
    timeout: patience,
  })
}
