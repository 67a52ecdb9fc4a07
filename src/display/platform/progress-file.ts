import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { LearnerRecord } from '../learner-record.js'

/** `BACKPROP_STATE`, else the folder that belongs to the learners' copies, beside that of the notebook. */
function progressFile(): string {
  const folder = process.env['BACKPROP_STATE'] ?? join(process.cwd(), '..', 'work', '.backprop')
  return join(folder, 'progress.jsonl')
}

/** Adds one line at the end of the file. A folder that cannot be written to must not stop a lesson. */
export function appendProgress(record: Omit<LearnerRecord, 'time'>): void {
  const line = JSON.stringify({ time: new Date().toISOString(), ...record })
  try {
    const path = progressFile()
    mkdirSync(join(path, '..'), { recursive: true })
    const file = openSync(path, 'a+')
    try {
      // In one write, so that two kernels do not mix their lines; after a torn line on a line of its own.
      writeSync(file, `${endsInLine(file) ? '' : '\n'}${line}\n`)
    } finally {
      closeSync(file)
    }
  } catch {
    // Nothing is kept where nothing can be written.
  }
}

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n')
}

/** Whether the file tells of a passed check. */
export function hasPassed(exercise: string): boolean {
  return progressOf(exercise).some((record) => record.exercise === exercise && record.status === 'pass')
}

/** What the file tells of exercises whose ids begin like this. A line that cannot be read is passed over. */
export function progressOf(prefix: string): LearnerRecord[] {
  let text = ''
  try {
    text = readFileSync(progressFile(), 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      const record: unknown = JSON.parse(line)
      return isRecord(record) && record.exercise.startsWith(prefix) ? [record] : []
    } catch {
      return []
    }
  })
}

/** Every line was written by `appendProgress`, or is none of ours. */
function isRecord(value: unknown): value is LearnerRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'exercise' in value &&
    typeof value.exercise === 'string' &&
    'event' in value
  )
}
