export type { ChapterSource } from './chapter.js'
export { foreignFiles } from './foreign-files.js'
export { type Site, type SiteOptions, writeSite } from './write-site.js'
