import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 2 asks, in order. */
export const chapter02: ChapterContent = { exercises: [], predictions: [], hunts: [] }
