import type { JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ILatexTypesetter } from '@jupyterlab/rendermime'
import { FormulaStore } from './formula-store.js'
import { Typesetter } from './typesetter.js'

/** Formulas in Markdown and outputs, by the same MathJax that sets the course's own. */
export const formulas: JupyterFrontEndPlugin<ILatexTypesetter> = {
  id: 'backprop-notebooks:formulas',
  description: 'Sets formulas with MathJax.',
  autoStart: true,
  provides: ILatexTypesetter,
  activate() {
    const store = new FormulaStore()
    store.take(document)
    return new Typesetter(store)
  },
}
