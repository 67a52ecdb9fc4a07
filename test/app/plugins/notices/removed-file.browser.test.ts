import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NotebookPage, writeCells } from '../../../support/notebook-page.js'
import { serverAndBrowser } from '../../../support/server-and-browser.js'

const both = serverAndBrowser()

it('a notebook whose file was removed is said to be so, and can be saved again', async () => {
  const { server, browser } = both
  await writeCells(server, 'removed.ipynb', { a: "console.log('still here')" })
  const file = join(server.root, 'removed.ipynb')
  const { page } = await NotebookPage.open(browser, server, 'removed.ipynb')
  await rm(file)
  await page.locator('.jp-CodeCell .cm-content').first().click()
  await page.keyboard.type('// ')
  await page.keyboard.press('ControlOrMeta+s')
  await page.getByText('removed.ipynb is not there any more').first().waitFor()
  expect(await page.locator('.jp-Dialog').count()).toBe(0)
  const again = page.getByRole('button', { name: 'Save it again' })
  await again.click()
  await again.waitFor({ state: 'detached' })
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('still here')
})
