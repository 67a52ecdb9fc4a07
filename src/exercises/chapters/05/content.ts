import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 5 asks, in order. */
export const chapter05: ChapterContent = { exercises: [], predictions: [], hunts: [] }
