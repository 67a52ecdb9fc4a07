import { PathExt } from '@jupyterlab/coreutils'
import type { DocumentRegistry } from '@jupyterlab/docregistry'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { type Contents, ServerConnection } from '@jupyterlab/services'
import { type CellJson, cellChanges } from '../differences/cell-changes.js'
import { showDifferences } from '../differences/show-differences.js'
import { barOf } from './bar-of.js'
import { sayNotOpened } from './not-opened.js'
import type { NoticeBar } from './notice-bar.js'
import { baseFor } from './saved-base.js'

const failedId = 'save-failed'
const conflictId = 'conflict'

/** What JupyterLab calls the error when its dialog was cancelled: whoever saved then leaves it at that. */
const cancelled = 'ModalCancelError'

/**
 * Says that a save failed and why, and offers both versions when the file was changed by another page or program
 * since this page read it. Nothing is written over before the learner has chosen.
 */
export function saySaves(panel: NotebookPanel, contents: Contents.IManager): void {
  const { context } = panel
  const bar = barOf(panel)
  const conflict = () => sayConflict(bar, context, contents)
  const remember = () => baseFor(contents.localPath(context.path), () => context.contentsModel?.hash)
  let forget = remember()
  context.pathChanged.connect(() => {
    forget()
    forget = remember()
  })
  panel.disposed.connect(() => forget())

  context.saveState.connect((_, state) => {
    if (state === 'completed') for (const id of [failedId, conflictId]) bar.unsay(id)
  })
  // The methods are private; tests see that the lines come and no dialog.
  Object.assign(context, {
    _handleError: async (error: unknown) => {
      if (context.contentsModel === null) {
        // What was never read is not to be saved, so the page closes without asking.
        context.model.dirty = false
        return sayNotOpened(contents.localPath(context.path), error)
      }
      if (error instanceof Error) error.name = cancelled
      if (!isRefused(error)) sayFailed(bar, context, error)
      else if (await isGone(context.path, contents)) sayGone(bar, context)
      else conflict()
    },
    _raiseConflict: () => {
      conflict()
      return Promise.reject(Object.assign(new Error('Cancel'), { name: cancelled }))
    },
  })
  lookWhenShown(panel, contents, conflict)
}

function sayFailed(bar: NoticeBar, context: DocumentRegistry.Context, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  bar.say({
    id: failedId,
    kind: 'trouble',
    text: `${PathExt.basename(context.path)} was not saved. ${why}`,
    actions: [{ label: 'Save again', run: () => context.save().catch(() => {}) }],
  })
}

function sayConflict(bar: NoticeBar, context: DocumentRegistry.Context, contents: Contents.IManager): void {
  if (bar.says(conflictId)) return
  const quietly = (work: () => Promise<void>) => () => work().catch((error) => sayFailed(bar, context, error))
  bar.say({
    id: conflictId,
    kind: 'trouble',
    text: `${PathExt.basename(context.path)} was changed in another window or program since this page read it.`,
    actions: [
      { label: 'What differs', closes: false, run: quietly(() => compare(context, contents)) },
      {
        label: 'Keep both',
        run: quietly(async () => {
          const beside = await saveBeside(context, contents)
          await context.revert()
          bar.say({
            id: 'kept',
            kind: 'good',
            text: `This is the other version. Yours is beside it, as ${beside}.`,
          })
        }),
      },
      {
        label: 'Keep mine',
        run: quietly(async () => {
          await standOn(context, contents)
          await context.save()
        }),
      },
      { label: 'Take theirs', run: quietly(() => context.revert()) },
    ],
  })
}

/** A file that was removed has no other version: what the page shows is all there is. */
function sayGone(bar: NoticeBar, context: DocumentRegistry.Context): void {
  bar.say({
    id: conflictId,
    kind: 'trouble',
    text: `${PathExt.basename(context.path)} is not there any more: it was removed or renamed elsewhere. What this page shows is not lost.`,
    actions: [
      {
        label: 'Save it again',
        run: async () => {
          const { hash: _, ...model } = context.contentsModel ?? {}
          // Private: without a version that it grew from, a save makes the file anew.
          const inner = context as unknown as { _updateContentsModel(model: object): void }
          inner._updateContentsModel(model)
          await context.save().catch((error) => sayFailed(bar, context, error))
        },
      },
    ],
  })
}

function isGone(path: string, contents: Contents.IManager): Promise<boolean> {
  return contents.get(path, { content: false }).then(
    () => false,
    (error: unknown) => error instanceof ServerConnection.ResponseError && error.response.status === 404,
  )
}

/** Shows how the page's version and the one on disk differ. */
async function compare(context: DocumentRegistry.Context, contents: Contents.IManager): Promise<void> {
  const { content } = await contents.get(context.path, { type: 'notebook', content: true })
  // A notebook's JSON is what a notebook's model writes, and what the server gives of one after checking it.
  const { cells } = context.model.toJSON() as unknown as { readonly cells: readonly CellJson[] }
  await showDifferences(PathExt.basename(context.path), cellChanges(cells, content.cells))
}

/** Saves what the page shows under a name of its own. @returns its path */
async function saveBeside(context: DocumentRegistry.Context, contents: Contents.IManager): Promise<string> {
  const folder = PathExt.dirname(context.path)
  const extension = PathExt.extname(context.path)
  const name = PathExt.basename(context.path, extension)
  const taken = new Set((await contents.get(folder)).content.map((each: Contents.IModel) => each.name))
  for (let number = 1; ; number += 1) {
    const own = `${name}-mine${number === 1 ? '' : `-${number}`}${extension}`
    if (taken.has(own)) continue
    const path = PathExt.join(folder, own)
    await contents.save(path, { type: 'notebook', format: 'json', content: context.model.toJSON() })
    return path
  }
}

/** Takes the version on disk for the one that the page grew from. */
async function standOn(context: DocumentRegistry.Context, contents: Contents.IManager): Promise<void> {
  const model = await contents.get(context.path, { content: false, hash: true })
  // Private: it is what the context itself does after a save.
  const inner = context as unknown as { _updateContentsModel(model: Contents.IModel): void }
  inner._updateContentsModel({ ...model, format: context.contentsModel?.format ?? 'json' })
}

/** A page that comes to the front looks whether its file is still the one that it read. */
function lookWhenShown(panel: NotebookPanel, contents: Contents.IManager, conflict: () => void): void {
  const { context } = panel
  const look = async () => {
    if (document.visibilityState !== 'visible' || !context.isReady || panel.isDisposed) return
    const before = context.contentsModel?.hash
    if (before === undefined) return
    const now = await contents.get(context.path, { content: false, hash: true }).catch(() => undefined)
    const isSaving = context.contentsModel?.hash !== before
    if (now?.hash !== undefined && now.hash !== before && !isSaving) conflict()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  panel.disposed.connect(() => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
  })
}

function isRefused(error: unknown): boolean {
  return error instanceof ServerConnection.ResponseError && error.response.status === 409
}
