import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { HttpError } from '../http-error.js'
import type { Contents, ContentsModel, Events, SaveModel } from '../services.js'
import type { Notary } from '../trust/notary.js'
import { isHidden } from './api-path.js'
import { copyTree, moveFile, removeFile } from './change-files.js'
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

/** The contents API over a folder of this machine. Changes of one path happen one after the other. */
export function folderContents(root: RootFolder, notary: Notary, events: Events): Contents {
  const lock = new PathLock()
  const uploads = new ChunkedUploads()

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
    return root.place(path)
  }

  const change = <T>(path: string, work: (place: Place) => Promise<T>): Promise<T> =>
    onFile(path, async () => {
      const { file } = await placeToWrite(path)
      return lock.run(file, async () => work(await placeToWrite(path)))
    })

  /** Gives `work` a path in the folder that is free, and lets nobody else take it meanwhile. */
  const inFolder = async <T>(
    folder: string,
    name: string,
    insert: string,
    work: (path: string) => Promise<T>,
  ): Promise<T> => {
    const place = await onFile(folder, () => existing(folder))
    return lock.run(`new in ${place.real}`, async () => work(await freePath(place, name, insert)))
  }

  const saveWhole = async (place: Place, model: SaveModel): Promise<ContentsModel> => {
    if (model.type === 'notebook') await fileCheckpoints.createFirst(place)
    return saveModel(place, model, notary)
  }

  const save: Contents['save'] = (path, model, { base } = {}) =>
    change(path, async (place) => {
      if (base !== undefined) await checkBase(place, base)
      const saved =
        model.chunk === undefined ? await saveWhole(place, model) : await uploads.add(place, model)
      if (model.chunk === undefined || model.chunk === -1) tell('save', place.path)
      return saved
    })

  return {
    save,

    get: (path, options = {}) =>
      onFile(path, async () => readModel(await root.place(path), options, { root, notary })),

    create: (folder, options) => {
      const { name, insert, model } = untitled(options)
      return inFolder(folder, name, insert, (path) => save(path, model))
    },

    copy: async (from, folder) => {
      const source = await onFile(from, () => existing(from))
      const name = basename(source.path).replace(/-Copy\d*(?=\.|$)/, '')
      if (name === '') throw new HttpError(400, 'The root cannot be copied', 'Bad path')
      return inFolder(folder, name, '-Copy', (path) =>
        change(path, async (target) => {
          await copyTree(source.real, target.file)
          tell('copy', target.path, source.path)
          return bareModel(target.path, target.file, await stat(target.file))
        }),
      )
    },

    // One after the other: of two that want the same new name, the later one has to see that it is taken.
    rename: (path, to) =>
      lock.run('a rename', () =>
        change(path, async (from) => {
          const target = await onFile(to, () => placeToWrite(to))
          if (await moveFile(from, target)) tell('rename', target.path, from.path)
          return bareModel(target.path, target.file, await stat(target.file))
        }),
      ),

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

    open: (path) => onFile(path, async () => openFile(await existing(path))),
  }
}
