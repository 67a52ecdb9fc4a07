import { expect, test } from 'vitest'
import { chart } from '../../src/export/chart.js'
import { chartHeight, leastSize } from '../../src/export/chart-size.js'

const figure = (meta: Record<string, string | number | boolean>) => ({
  data: [{ type: 'scatter', x: [1, 2], y: [1, 2] }],
  layout: { height: 700, meta: { summary: 'Two points.', ...meta } },
})

test('a chart may become as small as its place, when it says nothing', () => {
  expect(leastSize(figure({}))).toEqual({})
  expect(chart(figure({}), undefined, 'a')).not.toContain('--least')
})

test('a chart that keeps its height has it on a narrow page too', () => {
  const tall = figure({ keepsHeight: true })
  expect(leastSize(tall)).toEqual({ height: chartHeight(tall) })
  expect(chart(tall, undefined, 'a')).toContain(`--least-height:${chartHeight(tall)}px`)
})

test('a chart that needs a width scrolls in its place', () => {
  const wide = figure({ leastWidth: 640 })
  expect(leastSize(wide)).toEqual({ width: 640 })
  expect(chart(wide, undefined, 'a')).toMatch(
    /--least-width:640px[^>]*>\s*<div class="scroll"><div class="plot"/,
  )
})

test('sizes that are none are not written into the page', () => {
  expect(leastSize(figure({ leastWidth: '640px;color:red' }))).toEqual({})
  expect(leastSize(figure({ leastWidth: -1 }))).toEqual({})
  expect(leastSize(figure({ leastWidth: 1e9, keepsHeight: 'yes' }))).toEqual({})
})
