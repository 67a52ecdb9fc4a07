import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 7 asks, in order. */
export const chapter07: ChapterContent = { exercises: [], predictions: [], hunts: [] }
