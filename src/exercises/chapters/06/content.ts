import type { ChapterContent } from '../../chapter-content.js'
import { checkOutputError } from './output-error.js'

/** What chapter 6 asks, in order. */
export const chapter06: ChapterContent = { exercises: [checkOutputError], predictions: [], hunts: [] }
