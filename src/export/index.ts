export type { ChapterSource } from './chapter.js'
export { foreignFiles } from './foreign-files.js'
export { singlePage } from './single-page.js'
export { type Site, type SiteOptions, writeSite } from './write-site.js'
