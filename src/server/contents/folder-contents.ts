import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { HttpError } from '../http-error.js'
import type { Contents, ContentsModel, Events, SaveModel } from '../services.js'
import type { Notary } from '../trust/notary.js'
import { isHidden } from './api-path.js'
import type { BegunUploads } from './begun-uploads.js'
import { copyTree, exists, moveFile, removeFile } from './change-files.js'
import { fileCheckpoints } from './checkpoints.js'
import { ChunkedUploads } from './chunked-uploads.js'
import { contentsEvent } from './contents-event.js'
import { bareModel, hashOf } from './contents-model.js'
import { decodeNotebook } from './decode-notebook.js'
import { onFile } from './file-error.js'
import { freePath } from './free-path.js'
import { openFile } from './open-file.js'
import { PathLock } from './path-lock.js'
import { readModel } from './read-model.js'
import { notHere, type Place, type RootFolder } from './root-folder.js'
import { checkBase, saveModel } from './save-model.js'
import { untitled } from './untitled.js'

export interface FolderContentsOptions {
  readonly notary: Notary
  readonly events: Events
  /** Where uploads are noted that have begun. */
  readonly begunUploads: BegunUploads
  /** Given when others change files of the folder, too. */
  readonly lock?: PathLock
}

/** The contents API over a folder of this machine. Changes of one path happen one after the other. */
export function folderContents(
  root: RootFolder,
  { notary, events, begunUploads, lock = new PathLock() }: FolderContentsOptions,
): Contents {
  const uploads = new ChunkedUploads(begunUploads)

  const tell = (action: string, path: string, from?: string) => events.emit(contentsEvent(action, path, from))

  const existing = async (path: string): Promise<Place & { readonly real: string }> => {
    const place = await root.place(path)
    if (place.real === undefined) throw notHere(place.path)
    return { ...place, real: place.real }
  }

  /** Says why a hidden name is refused: nobody asks for one that is not there. */
  const placeToWrite = async (path: string): Promise<Place> => {
    if (isHidden(path.split('/'))) {
      throw new HttpError(400, `Hidden files cannot be written: ${path}`, 'Hidden')
    }
    return onFile(path, () => root.place(path))
  }

  const change = <T>(path: string, work: (place: Place) => Promise<T>): Promise<T> =>
    onFile(path, async () => {
      const { file } = await placeToWrite(path)
      return lock.onFiles([file], async () => work(await placeToWrite(path)))
    })

  /** Makes something in the folder under the first name like `name` that is free. */
  const makeIn = async <T>(
    folder: string,
    { name, insert }: { readonly name: string; readonly insert: string },
    make: (place: Place) => Promise<T>,
  ): Promise<T> => {
    const parent = await onFile(folder, () => existing(folder))
    return lock.run(`new in ${parent.real}`, async () => {
      for (;;) {
        const path = await freePath(parent, name, insert)
        // A save may have taken the name since.
        const made = await change(path, async (place) =>
          (await exists(place.file)) ? undefined : { value: await make(place) },
        )
        if (made !== undefined) return made.value
      }
    })
  }

  const saveWhole = async (place: Place, model: SaveModel): Promise<ContentsModel> => {
    if (model.type === 'notebook') await fileCheckpoints.createFirst(place)
    const saved = await saveModel(place, model, notary)
    tell('save', place.path)
    return saved
  }

  const savePart = async (place: Place, model: SaveModel): Promise<ContentsModel> => {
    const saved = await uploads.add(place, model)
    if (model.chunk === -1) tell('save', place.path)
    return saved
  }

  return {
    save: (path, model, { base } = {}) =>
      change(path, async (place) => {
        if (base !== undefined) await checkBase(place, base)
        return model.chunk === undefined ? saveWhole(place, model) : savePart(place, model)
      }),

    get: (path, options = {}) =>
      onFile(path, async () => readModel(await root.place(path), options, { root, notary })),

    create: (folder, options) => {
      const { model, ...names } = untitled(options)
      return makeIn(folder, names, (place) => saveWhole(place, model))
    },

    copy: async (from, folder) => {
      const source = await onFile(from, () => existing(from))
      const name = basename(source.path).replace(/-Copy\d*(?=\.|$)/, '')
      if (name === '') throw new HttpError(400, 'The root cannot be copied', 'Bad path')
      return makeIn(folder, { name, insert: '-Copy' }, async (target) => {
        await copyTree(source.real, target.file)
        tell('copy', target.path, source.path)
        return bareModel(target.path, target.file, await stat(target.file))
      })
    },

    rename: (path, to) =>
      onFile(path, async () => {
        const places = async () => [await placeToWrite(path), await placeToWrite(to)] as const
        const files = (await places()).map(({ file }) => file)
        return lock.onFiles(files, async () => {
          const [from, target] = await places()
          if (await moveFile(from, target)) tell('rename', target.path, from.path)
          return bareModel(target.path, target.file, await stat(target.file))
        })
      }),

    delete: (path) =>
      change(path, async (place) => {
        await removeFile(place)
        tell('delete', place.path)
      }),

    checkpoints: (path) => onFile(path, async () => fileCheckpoints.list(await existing(path))),

    createCheckpoint: (path) => change(path, (place) => fileCheckpoints.create(place)),

    restoreCheckpoint: (path, id) =>
      change(path, async (place) => {
        await fileCheckpoints.restore(place, id)
        tell('save', place.path)
      }),

    deleteCheckpoint: (path, id) => change(path, (place) => fileCheckpoints.delete(place, id)),

    trust: (path) =>
      change(path, async ({ real, path: clean }) => {
        if (real === undefined) throw notHere(clean)
        const bytes = await readFile(real)
        decodeNotebook(bytes, clean)
        await notary.sign(hashOf(bytes))
      }),

    open: (path, signal) => onFile(path, async () => openFile(await existing(path), signal)),

    close: () => uploads.close(),
  }
}
