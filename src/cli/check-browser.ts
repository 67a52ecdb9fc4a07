import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Context } from './command.js'
import { findExecutable } from './find-executable.js'
import type { Finding } from './finding.js'
import { packageRoot } from './package-root.js'

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'firefox',
]

const macPlaces = [
  '/Applications/Google Chrome.app',
  '/Applications/Microsoft Edge.app',
  '/Applications/Chromium.app',
  '/Applications/Firefox.app',
  '/Applications/Safari.app',
]

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Mozilla Firefox\\firefox.exe',
]

/** Whether there is a browser to look at the pages with. They can also be looked at on another machine. */
export function checkBrowser(context: Pick<Context, 'env' | 'platform'>): Finding {
  const subject = 'browser'
  const found = installed(context)
  if (found !== undefined) return { subject, status: 'ok', detail: found }
  if (hasPackaged()) {
    return { subject, status: 'ok', detail: 'none installed; the tests have their own, @sparticuz/chromium' }
  }
  return {
    subject,
    status: 'optional',
    detail: 'none found in the usual places.',
    advice: 'Install Chromium, Chrome, Edge or Firefox, or copy work/site to a machine that has one.',
  }
}

function installed(context: Pick<Context, 'env' | 'platform'>): string | undefined {
  const { env, platform } = context
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
    (each) => each !== undefined,
  )
  const windows = roots.flatMap((root) => windowsPlaces.map((place) => join(root, place)))
  const places = [
    env['BACKPROP_BROWSER'] ?? '',
    ...(platform === 'darwin' ? macPlaces : []),
    ...(platform === 'win32' ? windows : []),
  ]
  return (
    places.find((place) => place !== '' && existsSync(place)) ??
    programs.map((name) => findExecutable(name, context)).find((path) => path !== undefined)
  )
}

function hasPackaged(): boolean {
  try {
    createRequire(join(packageRoot(), 'package.json')).resolve('@sparticuz/chromium')
    return true
  } catch {
    return false
  }
}
