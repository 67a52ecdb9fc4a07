import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'

/** What is known of a learner's copy. */
export interface CopyRecord {
  /** The content (see `contentHash`) of the chapter that the copy was made from. */
  readonly origin: string
  /** When, as ISO 8601. */
  readonly made: string
  /** The content of a newer chapter that the learner has answered to, so that it is not offered again. */
  readonly answered?: string
}

/** What is known of all copies. */
export interface CopiesRecord {
  readonly copies: Readonly<Record<string, CopyRecord>>
  /** The chapter that was opened last. */
  readonly last?: string
}

/** The file in the learner's folder that holds the record. */
export function recordFile(learner: string): string {
  return join(learner, '.backprop', 'copies.json')
}

/**
 * The record, without what in it makes no sense: it tells where copies came from, and no copy depends on it.
 *
 * @throws the system's error when it is there and cannot be read: written anew, it would lose what it tells
 */
export async function readRecord(learner: string): Promise<CopiesRecord> {
  const text = await readFile(recordFile(learner), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const found = parsed(text)
  const copies: [string, unknown][] = isObject(found['copies']) ? Object.entries(found['copies']) : []
  const last = found['last']
  return {
    copies: Object.fromEntries(copies.filter((entry): entry is [string, CopyRecord] => isCopy(entry[1]))),
    ...(typeof last === 'string' ? { last } : {}),
  }
}

export async function writeRecord(learner: string, record: CopiesRecord): Promise<void> {
  const file = recordFile(learner)
  await mkdir(dirname(file), { recursive: true })
  await writeFileAtomically(file, `${JSON.stringify(record, null, 2)}\n`)
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function isCopy(value: unknown): value is CopyRecord {
  if (!isObject(value)) return false
  const { origin, made, answered } = value
  return (
    typeof origin === 'string' &&
    typeof made === 'string' &&
    (answered === undefined || typeof answered === 'string')
  )
}
