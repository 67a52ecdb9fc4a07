declare module 'plotly.js-dist' {
  const plotly: import('../../../export/live-chart/plotly.js').Plotly
  export default plotly
}
