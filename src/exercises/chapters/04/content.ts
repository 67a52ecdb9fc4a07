import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 4 asks, in order. */
export const chapter04: ChapterContent = { exercises: [], predictions: [], hunts: [] }
