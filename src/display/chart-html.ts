import { describe, type Figure, stillPicture, themeLayout } from '../figures/index.js'
import { escapeXml } from '../figures/text/escape-xml.js'

/**
 * A figure as HTML that draws itself in clients that know no Plotly, with no network.
 *
 * The chart holds its JSON and a still picture. The library comes once for each notebook, in the first chart;
 * it then looks for charts that wait, those that come later too. Without it, or where scripts do not run (a saved
 * notebook that is not trusted), the still picture stays and says how to get the live chart.
 *
 * @param figure what to draw
 * @param library Plotly, deflated (raw) and in base64, for the chart that brings it along
 */
export function chartHtml(figure: Figure, library?: string): string {
  const { data, layout, config } = figure
  const json = JSON.stringify({
    data,
    layout,
    config,
    themes: { light: themeLayout('light', layout), dark: themeLayout('dark', layout) },
  })
  return [
    `<div data-backprop-chart='${escapeXml(json).replaceAll('&quot;', '"')}' role="group" aria-label="${escapeXml(describe(figure))}" style="max-width:100%">`,
    `<div data-backprop-still>${stillPicture(figure)}`,
    '<p style="margin:.2em 0;font-size:.85em">This is a still picture. For the live chart, run the first chart of this notebook again.</p></div>',
    '</div>',
    `<script>${library === undefined ? wake : `${loader(library)}`}</script>`,
  ].join('')
}

/** Tells a library that is on the page already that a chart has come. */
const wake = 'window.backpropCharts&&window.backpropCharts.draw()'

/**
 * The script of the chart that brings the library along. Plotly is unpacked by the browser and loaded as a
 * classic script from memory; where a page forbids that, it is evaluated. `draw` may be called at any time: charts
 * that wait are drawn when the library is there, and charts that come later are seen by the observer.
 */
function loader(library: string): string {
  return `(function(packed){
if(window.backpropCharts)return window.backpropCharts.draw();
function unpack(){
var bytes=Uint8Array.from(atob(packed),function(c){return c.charCodeAt(0)});
return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()}
function load(code){return new Promise(function(done){
var script=document.createElement('script');
script.onload=done;
script.onerror=function(){(0,eval)(code);done()};
script.src=URL.createObjectURL(new Blob([code],{type:'text/javascript'}));
document.head.appendChild(script)})}
var ready=(window.Plotly&&window.Plotly.newPlot?Promise.resolve():unpack().then(load)).then(function(){return window.Plotly});
function dark(element){
for(var e=element;e;e=e.parentElement){
var c=(getComputedStyle(e).backgroundColor.match(/[\\d.]+/g)||[]).map(Number);
if(c.length>=3&&(c.length<4||c[3]>.5))return .2126*c[0]+.7152*c[1]+.0722*c[2]<110}
return false}
function one(Plotly,element){
if(element.hasAttribute('data-backprop-live')||!element.isConnected)return;
element.setAttribute('data-backprop-live','');
var figure=JSON.parse(element.getAttribute('data-backprop-chart')),layout=figure.layout;
var patch=figure.themes[dark(element)?'dark':'light'];
Object.keys(patch).forEach(function(path){
var keys=path.match(/[^.[\\]]+/g),last=keys.pop();
var at=keys.reduce(function(o,key){return o&&(o[key]||(o[key]={}))},layout);
at[last]=patch[path]});
var box=document.createElement('div');
box.style.width='100%';
element.appendChild(box);
Plotly.newPlot(box,figure.data,layout,Object.assign({responsive:true,displaylogo:false},figure.config)).then(function(){
var still=element.querySelector('[data-backprop-still]');if(still)still.remove()},function(reason){
element.removeChild(box);console.error('The chart was not drawn: '+reason)})}
function draw(){ready.then(function(Plotly){
document.querySelectorAll('[data-backprop-chart]:not([data-backprop-live])').forEach(function(e){one(Plotly,e)})})}
window.backpropCharts={draw:draw};
var due=false;
new MutationObserver(function(){
if(!due){due=true;setTimeout(function(){due=false;draw()},30)}}).observe(document.body,{childList:true,subtree:true});
draw()
})('${library}')`
}
