import { describe, expect, it } from 'vitest'
import { stillPicture } from '../../../src/figures/still/still-picture.js'

const line = { type: 'scatter', mode: 'lines', x: [0, 1, 2], y: [0, 1, 4], line: { color: '#d55e00' } }
const meta = { summary: 'A curve that rises from 0 to 4.' }
const count = (text: string, piece: string) => text.split(piece).length - 1

/** The numbers of a path that begins with `M`. */
const moves = (svg: string, colour: string) =>
  [...svg.matchAll(new RegExp(`<path d="([^"]*)"[^>]*(?:stroke|fill)="${colour}"`, 'g'))].map(
    (match) => match[1] ?? '',
  )

const bowl = Array.from({ length: 41 }, (_, i) =>
  Array.from({ length: 41 }, (_, j) => ((i - 20) / 5) ** 2 + ((j - 20) / 5) ** 2),
)

describe('stillPicture()', () => {
  it('is one SVG that scales with its page and tells the summary', () => {
    const svg = stillPicture({ data: [line], layout: { meta, title: { text: 'A curve' } } })
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 630 450" width="100%" style="max-width:630px" role="img"/,
    )
    expect(svg).toContain(`aria-label="${meta.summary}"`)
    expect(svg).toContain('>A curve</text>')
    expect(svg).toMatch(/<\/svg>$/)
  })

  it('takes the size it is given, and the figure’s own height', () => {
    expect(stillPicture({ data: [line], layout: {} }, { width: 300, height: 200 })).toContain(
      'viewBox="0 0 300 200"',
    )
    expect(stillPicture({ data: [line], layout: { height: 300 } })).toContain('viewBox="0 0 600 300"')
  })

  it('escapes every text and lets no attribute be broken out of', () => {
    const evil = '"><script>alert(1)</script><b>bold</b> & <i onload=x>'
    const svg = stillPicture({
      data: [
        { ...line, name: evil, line: { color: '"/><script>' } },
        {
          ...line,
          name: 'b',
          mode: 'markers+text',
          text: [evil, evil],
          marker: { symbol: evil, color: evil },
        },
        { type: evil },
      ],
      layout: {
        meta: { summary: evil },
        title: { text: evil },
        showlegend: true,
        xaxis: { title: { text: evil }, tickvals: [1], ticktext: [evil] },
        annotations: [{ x: 1, y: 1, text: evil, arrowcolor: 'url("javascript:1")', font: { color: '<' } }],
        shapes: [{ type: 'rect', x0: 0, x1: 1, y0: 0, y1: 1, fillcolor: '"><img src=x>' }],
      },
    })
    expect(svg).not.toMatch(/<script|<img|onload=x>|javascript:/)
    expect(svg).toContain('font-weight="bold">bold</tspan>')
  })

  it('keeps sub, sup and line breaks of Plotly’s texts', () => {
    const svg = stillPicture({
      data: [line],
      layout: { title: { text: 'J<sub>1</sub><br>10<sup>2</sup> &lt; 3' } },
    })
    expect(svg).toContain('J<tspan dy="0.3em" font-size="75%">1</tspan>')
    expect(svg).toContain('<tspan dy="-0.48em" font-size="75%">2</tspan>')
    expect(svg).toContain('&lt; 3')
  })

  it('draws points in their places: the line ends at the right edge and at the top of its range', () => {
    const layout = { xaxis: { range: [0, 2], visible: false }, yaxis: { range: [0, 4], visible: false } }
    const [path = ''] = moves(stillPicture({ data: [line], layout }, { width: 126, height: 118 }), '#d55e00')
    // margins: 10 left, 16 right, 10 above, 8 below: the panel is 100 × 100
    expect(path).toBe('M10 110l50-25 50-75')
  })

  it('gives equal axes the same length for one unit', () => {
    const layout = {
      xaxis: { range: [0, 2], visible: false, constrain: 'domain', constraintoward: 'left' },
      yaxis: { range: [0, 4], visible: false, scaleanchor: 'x' },
    }
    const [path = ''] = moves(stillPicture({ data: [line], layout }, { width: 126, height: 118 }), '#d55e00')
    expect(path).toBe('M10 110l25-25 25-75')
  })

  it('lets a range grow where equal axes may not shrink their panel', () => {
    const layout = {
      xaxis: { range: [0, 2], visible: false },
      yaxis: { range: [0, 4], visible: false, scaleanchor: 'x' },
    }
    const [path = ''] = moves(stillPicture({ data: [line], layout }, { width: 126, height: 118 }), '#d55e00')
    expect(path).toBe('M35 110l25-25 25-75')
  })

  it('counts powers of ten on a logarithmic axis and leaves out what has no logarithm', () => {
    const svg = stillPicture(
      {
        data: [{ ...line, y: [0, 1, 100], x: [0, 1, 2] }],
        layout: {
          xaxis: { range: [0, 2], visible: false },
          yaxis: { type: 'log', range: [0, 4], visible: false },
        },
      },
      { width: 126, height: 118 },
    )
    expect(moves(svg, '#d55e00')).toEqual(['M60 110l50-50'])
    const ticks = stillPicture({ data: [line], layout: { yaxis: { type: 'log', range: [-6, 0] } } })
    expect(ticks).toContain('>10<tspan dy="-0.48em" font-size="75%">−6</tspan></text>')
  })

  it('turns an axis round when its range says so: rows of a matrix run downwards', () => {
    const svg = stillPicture(
      {
        data: [
          {
            type: 'heatmap',
            z: [[0], [1]],
            colorscale: [
              [0, '#000000'],
              [1, '#ffffff'],
            ],
            showscale: false,
          },
        ],
        layout: { xaxis: { visible: false }, yaxis: { visible: false, autorange: 'reversed' } },
      },
      { width: 126, height: 118 },
    )
    expect(svg).toContain('<path d="M9.8 35H110.2" stroke="#000000" stroke-width="50.4"/>')
    expect(svg).toContain('<path d="M9.8 85H110.2" stroke="#ffffff" stroke-width="50.4"/>')
  })

  it('writes the numbers of a heatmap in a colour that is read on the cell', () => {
    const svg = stillPicture({
      data: [
        {
          type: 'heatmap',
          z: [[0, 1]],
          texttemplate: '%{z}',
          colorscale: [
            [0, '#000'],
            [1, '#fff'],
          ],
        },
      ],
      layout: {},
    })
    expect(svg).toMatch(/fill="#ffffff">0<\/text>/)
    expect(svg).toMatch(/fill="#111111">1<\/text>/)
  })

  it('draws lines of equal value where they are: the circle of level 9 has radius 3', () => {
    const data = [
      {
        type: 'contour',
        z: bowl,
        x0: -4,
        dx: 0.2,
        y0: -4,
        dy: 0.2,
        contours: { coloring: 'none', start: 9, end: 9, size: 1 },
        line: { color: '#123456' },
      },
    ]
    const layout = { xaxis: { visible: false }, yaxis: { visible: false } }
    const [path = ''] = moves(stillPicture({ data, layout }, { width: 826, height: 818 }), '#123456')
    const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
    let [x, y] = [0, 0]
    for (let k = 0; k < numbers.length; k += 2) {
      ;[x, y] = [x + (numbers[k] ?? 0), y + (numbers[k + 1] ?? 0)]
      // one unit is 100 pixels, the centre is at 410, 410
      expect(Math.hypot(x - 410, y - 410)).toBeCloseTo(300, -0.5)
    }
    expect(numbers.length).toBeGreaterThan(40)
  })

  it('shows a surface from above and says so', () => {
    const svg = stillPicture({
      data: [{ type: 'surface', z: bowl }],
      layout: { scene: { xaxis: { title: { text: 'θ₁' } } } },
    })
    expect(svg).toContain('Seen from straight above')
    expect(svg).toContain('>θ₁</text>')
  })

  it('leaves out what it cannot draw and names it', () => {
    const svg = stillPicture({
      data: [line, { type: 'cone' }, { type: 'sankey' }, { type: 'cone' }],
      layout: {},
    })
    expect(svg).toContain('Not drawn in this still picture: cone, sankey.')
  })

  it('leaves out what is hidden, and says that a slider has more', () => {
    const data = [line, { ...line, visible: false, line: { color: '#00ff00' } }]
    const svg = stillPicture({ data, layout: { sliders: [{ steps: [] }] } })
    expect(svg).not.toContain('#00ff00')
    expect(svg).toContain('One moment of several')
  })

  it('draws an arrow from its text to its point, also between points of the data', () => {
    const layout = {
      xaxis: { range: [0, 1], visible: false },
      yaxis: { range: [0, 1], visible: false },
      annotations: [
        { x: 1, y: 1, ax: 0, ay: 0, axref: 'x', ayref: 'y', text: '', arrowcolor: '#a45ab8', arrowwidth: 2 },
      ],
    }
    const svg = stillPicture({ data: [], layout }, { width: 126, height: 118 })
    expect(svg).toMatch(
      /<path d="M10 110l94-94" fill="none" stroke="#a45ab8" stroke-width="2"\/><path d="M110 10l/,
    )
  })

  it('takes a power of ten for an annotation on a logarithmic axis, and the number itself for a shape, as Plotly does', () => {
    const layout = {
      xaxis: { range: [0, 1], visible: false },
      yaxis: { type: 'log', range: [0, 2], visible: false },
      annotations: [{ x: 0, y: 1, text: 'ten', showarrow: false }],
      shapes: [{ type: 'line', x0: 0, x1: 1, y0: 10, y1: 10, line: { color: '#123456' } }],
    }
    const svg = stillPicture({ data: [], layout }, { width: 126, height: 118 })
    expect(moves(svg, '#123456')).toEqual(['M10 60l100 0'])
    expect(svg).toContain('<text x="10" y="64.2" text-anchor="middle">ten</text>')
  })

  it('turns the head of an arrow that follows its line', () => {
    const layout = { xaxis: { range: [0, 2], visible: false }, yaxis: { range: [0, 4], visible: false } }
    const marker = { symbol: 'arrow', angleref: 'previous', size: [0, 10], color: '#654321' }
    const data = [{ type: 'scatter', mode: 'lines+markers', x: [0, 2], y: [2, 2], marker }]
    const svg = stillPicture({ data, layout }, { width: 126, height: 118 })
    expect(svg).toContain('<path d="M110 60m0 0l-9.5 -3.1l0 6.2z" fill="#654321"/>')
  })

  it('puts annotations that refer to the paper where they belong', () => {
    const layout = {
      xaxis: { visible: false },
      yaxis: { visible: false },
      annotations: [{ x: 0.5, y: 0.5, xref: 'paper', yref: 'paper', text: 'middle', showarrow: false }],
    }
    const svg = stillPicture({ data: [line], layout }, { width: 126, height: 118 })
    expect(svg).toContain('<text x="60" y="64.2" text-anchor="middle">middle</text>')
  })

  it('explains names and colours', () => {
    const svg = stillPicture({
      data: [
        { ...line, name: 'right' },
        { ...line, name: 'wrong' },
        { type: 'heatmap', z: [[0, 5]] },
      ],
      layout: { showlegend: true },
    })
    expect(svg).toContain('>right</text>')
    expect(svg).toContain('>wrong</text>')
    expect(svg).toContain('>2.5</text>')
  })

  it('draws bars from zero, side by side or stacked', () => {
    const bar = (y: number[], color: string) => ({ type: 'bar', x: ['a', 'b'], y, marker: { color } })
    const layout = { xaxis: { visible: false }, yaxis: { visible: false, range: [0, 4] }, bargap: 0 }
    const data = [bar([1, 2], '#111111'), bar([3, 1], '#222222')]
    const grouped = stillPicture({ data, layout }, { width: 126, height: 118 })
    expect(moves(grouped, '#222222')[0]).toBe('M35 110l0-75 25 0 0 75z')
    const stacked = stillPicture(
      { data, layout: { ...layout, barmode: 'stack' } },
      { width: 126, height: 118 },
    )
    expect(moves(stacked, '#222222')[0]).toBe('M10 85l0-75 50 0 0 75z')
  })

  it('stays near 8 KB however much there is to draw', () => {
    const waves = Array.from({ length: 120 }, (_, i) =>
      Array.from({ length: 120 }, (_, j) => Math.sin(i / 15) * Math.cos(j / 18)),
    )
    const noisy = Array.from({ length: 5000 }, (_, k) => Math.sin(k / 300) + (k % 7) / 90)
    for (const type of ['heatmap', 'contour', 'surface'])
      expect(stillPicture({ data: [{ type, z: waves }], layout: {} }).length).toBeLessThan(11_000)
    expect(
      stillPicture({
        data: [{ ...line, x: [...noisy.keys()], y: noisy }],
        layout: {},
      }).length,
    ).toBeLessThan(20_000)
  })

  it('does not change the figure and gives the same picture twice', () => {
    const figure = { data: [Object.freeze(line)], layout: Object.freeze({ meta }) }
    expect(stillPicture(figure)).toBe(stillPicture(figure))
  })

  it('draws nothing but the frame of an empty figure', () => {
    expect(count(stillPicture({ data: [], layout: {} }), '<svg')).toBe(1)
  })

  it('refuses what is no figure, and unknown options', () => {
    // @ts-expect-error no figure
    expect(() => stillPicture(undefined)).toThrow(
      'stillPicture(figure, options): expected a figure { data, layout }, received undefined.',
    )
    // @ts-expect-error unknown option
    expect(() => stillPicture({ data: [], layout: {} }, { widht: 3 })).toThrow('Did you mean `width`?')
    expect(() => stillPicture({ data: [], layout: {} }, { width: 0 })).toThrow(RangeError)
  })
})
