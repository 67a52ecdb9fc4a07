import { join } from 'node:path'
import { readNotebook } from '../jupyter/notebook/read-notebook.js'
import { chaptersIn } from './chapters.js'
import type { Finding } from './finding.js'
import { packageRoot } from './package-root.js'

/** The chapters of the course. */
const course = [
  '01-contours-and-gradient',
  '02-descent-and-learning-rate',
  '03-mse-and-squares',
  '04-chain-rule',
  '05-two-layer-forward',
  '06-backprop',
  '07-training',
  '08-real-data',
]

/** Whether every chapter is there and can be read. */
export async function checkNotebooks(folder = join(packageRoot(), 'notebooks')): Promise<Finding> {
  const subject = 'notebooks'
  const chapters = await chaptersIn(folder).catch(() => [])
  const missing = course.filter((name) => !chapters.some((chapter) => chapter.name === name))
  const broken: string[] = []
  for (const { file } of chapters) {
    await readNotebook(file).catch((error: Error) => broken.push(error.message))
  }
  if (missing.length === 0 && broken.length === 0) {
    return { subject, status: 'ok', detail: `${chapters.length} chapters in ${folder}` }
  }
  return {
    subject,
    status: 'missing',
    detail: [missing.length > 0 ? `not there: ${missing.join(', ')}.` : '', ...broken]
      .filter((text) => text !== '')
      .join(' '),
    advice: 'Take them from the repository again: git checkout -- notebooks.',
  }
}
