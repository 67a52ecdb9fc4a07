import type { Context } from 'hono'
import { isDeeperThan } from '../../jupyter/notebook/is-deeper-than.js'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { HttpError } from '../http-error.js'

/** Bytes of one request. Larger files are sent in parts. */
export const largestBody = 200 * 1024 * 1024

/** Notebooks go 200 deep, and a model stands around them. */
const deepestNesting = 210

/**
 * The body as a JSON object; `{}` for an empty one.
 *
 * @throws HttpError 400 when it is not JSON or no object, 413 when it is too large
 */
export async function readJson(c: Context): Promise<JsonObject> {
  const text = await readText(c)
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new HttpError(400, 'The body is not JSON.', 'Invalid JSON in body of request')
  }
  if (!isObject(value)) {
    throw new HttpError(400, 'The body should be a JSON object.', 'Invalid JSON in body of request')
  }
  if (isDeeperThan(value, deepestNesting)) {
    throw new HttpError(
      400,
      `The body is nested more than ${deepestNesting} deep.`,
      'Invalid JSON in body of request',
    )
  }
  return value
}

/** @throws HttpError 400 when it is not UTF-8, 413 when it is too large */
export async function readText(c: Context): Promise<string> {
  const length = c.req.header('content-length')
  const bytes =
    length === undefined && c.req.header('transfer-encoding') !== undefined
      ? await readStream(c.req.raw.body)
      : await readWhole(c, Number(length ?? 0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpError(400, 'The body is not UTF-8 text.', 'Invalid encoding in body of request')
  }
}

async function readWhole(c: Context, length: number): Promise<ArrayBuffer> {
  if (length > largestBody) throw tooLarge()
  return c.req.arrayBuffer()
}

async function readStream(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) break
    size += value.length
    if (size > largestBody) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function tooLarge(): HttpError {
  return new HttpError(
    413,
    `The request is larger than ${largestBody / 1024 / 1024} MB. Send the file in parts, as chunks.`,
    'Too large',
  )
}
