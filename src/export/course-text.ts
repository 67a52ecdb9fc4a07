import type { Course } from './index-page.js'

/** What the index says when the caller says nothing else. */
export const courseText: Course = {
  title: 'Backprop Notebooks',
  introduction: [
    'Learn backpropagation by running it: from the contours of a cost function to a two-layer net trained on real data.',
    'Each chapter is a notebook of short TypeScript cells, shown here as it ran. Every formula has its picture, and every number under a formula was computed by the cell above it. Point at a chart to read its values, drag to look closer, double-click to come back.',
  ],
}
