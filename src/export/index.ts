export type { ChapterSource } from './chapter.js'
export { type Site, type SiteOptions, writeSite } from './write-site.js'
