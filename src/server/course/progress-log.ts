import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../../jupyter/notebook/is-object.js'
import { readWhenChanged } from './read-when-changed.js'

/** One line of the learner's log: what happened to which exercise. */
export interface ProgressEvent {
  readonly time: string
  readonly exercise: string
  readonly event: string
  /** What else the line holds, such as a verdict's `status`. */
  readonly [key: string]: unknown
}

/** The log in the learner's folder: one JSON object a line, only ever added to. */
export function progressFile(learner: string): string {
  return join(learner, '.backprop', 'progress.jsonl')
}

/**
 * Reads the learner's log anew whenever it has changed. A line that cannot be read, such as one that was cut off when
 * the machine went down, is passed over; nothing is ever written here, so it is kept.
 */
export function progressLog(learner: string): { read(): Promise<readonly ProgressEvent[]> } {
  const events = readWhenChanged(async (file) => parseLog(await readFile(file, 'utf8')))
  return { read: async () => (await events(progressFile(learner))) ?? [] }
}

/** The events of a log's text, in its order. */
export function parseLog(text: string): ProgressEvent[] {
  return text
    .split('\n')
    .map(eventOf)
    .filter((event) => event !== undefined)
}

function eventOf(line: string): ProgressEvent | undefined {
  if (line.trim() === '') return undefined
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is ProgressEvent {
  if (!isObject(value)) return false
  const { time, exercise, event } = value
  return typeof time === 'string' && typeof exercise === 'string' && typeof event === 'string'
}
