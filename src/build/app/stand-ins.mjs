/**
 * Packages that plugins of the page name, and that a notebook does not need at its start: a fifth of the first script.
 * Each stands in it as far as it is asked for, so a newer plugin that imports more of it stops the build.
 */
import { join } from 'node:path'
import { root } from '../ensure.mjs'

/** A file that its package does not let be imported by name. */
function file(path) {
  return JSON.stringify(join(root, 'node_modules', path))
}

/** Tokens that nothing provides here, classes that are never made, and a check that a form brings itself. */
const standIns = {
  // Diagrams of Mermaid are not offered: 85 MB in node_modules, for the name of one token in the page.
  '@jupyterlab/mermaid': `export * from '@jupyterlab/mermaid/lib/tokens.js'`,
  '@jupyterlab/debugger': `export * from '@jupyterlab/debugger/lib/tokens.js'`,
  '@jupyterlab/console': `
    export * from '@jupyterlab/console/lib/tokens.js'
    export class ConsolePanel {}`,
  '@jupyterlab/lsp': `
    export * from '@jupyterlab/lsp/lib/tokens.js'
    export class VirtualDocument {}
    export class WidgetLSPAdapter {}
    export const untilReady = () => Promise.reject(new Error('There is no language server.'))`,
  '@rjsf/validator-ajv8': 'export default undefined',
  // What makes HTML safe takes from these the parsers alone.
  htmlparser2: `module.exports = require(${file('htmlparser2/lib/Parser.js')})`,
  postcss: `module.exports = { parse: require('postcss/lib/parse') }`,
}

/** The form of settings and of metadata, with what draws and checks it, comes when one is shown. */
const forms = {
  form: `
    import { createElement, lazy, Suspense } from 'react'
    const Form = lazy(() => import('late-form'))
    export const FormComponent = (props) =>
      createElement(Suspense, { fallback: null }, createElement(Form, props))`,
  'late-form': `
    import { FormComponent } from '@jupyterlab/ui-components/lib/components/form.js'
    import validator from '@rjsf/validator-ajv8'
    import { createElement } from 'react'
    export default (props) => createElement(FormComponent, { ...props, validator })`,
}

const namespace = 'stand-in'

/** A plugin of esbuild. */
export const standInPackages = {
  name: 'stand-ins',
  setup(build) {
    const names = [...Object.keys(standIns), 'late-form'].join('|')
    build.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path, importer, namespace: from }) =>
      // The form that comes late has the check itself.
      from === namespace && importer === 'late-form' ? undefined : { path, namespace },
    )
    build.onResolve({ filter: /^\.\/form$/ }, ({ importer }) =>
      /[\\/]ui-components[\\/]lib[\\/]components[\\/]index\.js$/.test(importer)
        ? { path: 'form', namespace }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: { ...standIns, ...forms }[path],
      resolveDir: root,
    }))
  },
}
