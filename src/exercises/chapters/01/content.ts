import type { ChapterContent } from '../../chapter-content.js'
import { checkGradient } from './gradient.js'

/** What chapter 1 asks, in order. */
export const chapter01: ChapterContent = { exercises: [checkGradient], predictions: [], hunts: [] }
