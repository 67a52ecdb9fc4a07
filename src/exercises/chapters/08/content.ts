import type { ChapterContent } from '../../chapter-content.js'

/** What chapter 8 asks, in order. */
export const chapter08: ChapterContent = { exercises: [], predictions: [], hunts: [] }
