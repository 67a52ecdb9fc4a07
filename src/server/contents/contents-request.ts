import type { Context } from 'hono'
import type { JsonObject, JsonValue } from '../../jupyter/notebook/notebook.js'
import { HttpError } from '../http-error.js'
import type { ContentsFormat, ContentsType, CreateOptions, GetOptions, SaveModel } from '../services.js'

const types = ['directory', 'notebook', 'file'] as const
const formats = ['json', 'text', 'base64'] as const

/** @throws HttpError 400 as Jupyter Server words it */
export function getOptionsOf(c: Context): GetOptions {
  const { type, format, content = '1', hash = '0' } = c.req.query()
  if (content !== '0' && content !== '1') throw invalid('Content', content)
  if (hash !== '0' && hash !== '1') throw invalid('Hash', hash)
  return {
    ...(type === undefined ? {} : { type: oneOf(types, 'Type', type) }),
    ...(format === undefined ? {} : { format: oneOf(formats, 'Format', format) }),
    content: content === '1',
    hash: hash === '1',
  }
}

/** What a PUT is to save. */
export function saveModelOf(body: JsonObject): SaveModel {
  if (body['copy_from'] !== undefined) throw bad('Cannot copy with PUT, only POST')
  if (body['type'] === undefined) throw bad('No file type provided')
  const type = oneOf(types, 'Type', body['type'])
  const { format, chunk } = body
  if (
    chunk !== undefined &&
    chunk !== null &&
    !(Number.isInteger(chunk) && Number(chunk) >= -1 && chunk !== 0)
  ) {
    throw bad('chunk should be 1, 2, … or -1')
  }
  // JupyterLab sends null for a directory's and a notebook's format at times.
  const hasFormat = type === 'file' && format !== undefined && format !== null
  return {
    type,
    ...(hasFormat ? { format: oneOf(formats, 'Format', format) } : {}),
    ...(body['content'] === undefined ? {} : { content: body['content'] }),
    ...(chunk === undefined || chunk === null ? {} : { chunk: Number(chunk) }),
  }
}

/** What a POST is to make: a copy, or something new without a name. */
export function createOf(body: JsonObject): { readonly copy_from: string } | CreateOptions {
  const { copy_from: from, type, ext } = body
  if (from !== undefined && from !== null) {
    if (typeof from !== 'string') throw bad('copy_from should be a path')
    return { copy_from: from.replace(/^\/+|\/+$/g, '') }
  }
  if (
    ext !== undefined &&
    ext !== null &&
    ext !== '' &&
    !(typeof ext === 'string' && /^\.?[\w.-]+$/.test(ext))
  ) {
    throw bad('ext should be an extension such as .txt')
  }
  const extension = typeof ext === 'string' ? ext : ''
  const otherwise: ContentsType = extension === '.ipynb' ? 'notebook' : 'file'
  return { type: isGiven(type) ? oneOf(types, 'Type', type) : otherwise, ext: extension }
}

/** The new path of a PATCH. */
export function renameOf({ path }: JsonObject): string {
  if (typeof path !== 'string' || path.replaceAll('/', '') === '') throw bad('path should be the new path')
  return path.replace(/^\/+|\/+$/g, '')
}

function isGiven(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

function oneOf<T extends ContentsType | ContentsFormat>(
  choices: readonly T[],
  name: string,
  value: JsonValue | undefined,
): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw invalid(name, value)
  return found
}

function invalid(name: string, value: unknown): HttpError {
  return bad(`${name} ${JSON.stringify(value).slice(0, 80)} is invalid`)
}

function bad(message: string): HttpError {
  return new HttpError(400, message, 'Bad request')
}
