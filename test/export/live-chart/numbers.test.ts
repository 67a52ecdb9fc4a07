import { expect, test } from 'vitest'
import { numbersOf } from '../../../src/export/live-chart/numbers.js'

test('points become columns named by their axes', () => {
  const tables = numbersOf({
    data: [{ type: 'scatter', name: '<b>path</b>', x: [0, 1], y: [2.5, null], text: ['start', 'end'] }],
    layout: { xaxis: { title: { text: 'body mass (g)' } }, yaxis: { title: 'cost' } },
  })
  expect(tables).toEqual([
    {
      caption: 'path',
      head: ['body mass (g)', 'cost', 'text'],
      rows: [
        [0, 2.5, 'start'],
        [1, '', 'end'],
      ],
    },
  ])
})

test('a field of values becomes a grid with its x along the head', () => {
  const [grid] = numbersOf({
    data: [
      {
        type: 'contour',
        x: [-1, 0.33333333],
        y: [10, 20],
        z: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    layout: { xaxis: { title: { text: 'θ₁' } }, yaxis: { title: { text: 'θ₂' } } },
  })
  expect(grid).toEqual({
    caption: 'Series 1',
    head: ['θ₂ \\ θ₁', '−1', '0.3333'],
    rows: [
      [10, 1, 2],
      [20, 3, 4],
    ],
  })
})

test('second axes and scenes give their own names', () => {
  const tables = numbersOf({
    data: [
      { type: 'scatter', xaxis: 'x2', yaxis: 'y2', x: [1], y: [2] },
      { type: 'scatter3d', scene: 'scene2', x: [1], y: [2], z: [3] },
    ],
    layout: {
      xaxis2: { title: { text: 'epoch' } },
      yaxis2: { title: { text: 'norm' } },
      scene2: { zaxis: { title: { text: 'J' } } },
    },
  })
  expect(tables.map(({ head }) => head)).toEqual([
    ['epoch', 'norm'],
    ['x', 'y', 'J'],
  ])
})

test('a trace without data gives no table', () => {
  expect(numbersOf({ data: [{ type: 'scatter' }], layout: {} })).toEqual([])
})
