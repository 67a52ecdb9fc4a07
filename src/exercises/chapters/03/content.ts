import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 3 asks, in order. */
export const chapter03: ChapterContent = { exercises: [], predictions: [], hunts: [] }
