import { describe, expect, it } from 'vitest'
import { accessibleHtml, typeset } from '../../src/tex/index.js'

/** The course's formulas in the spelling of its notebooks: standard LaTeX that stock Jupyter shows as well. */
const formulas = [
  'X \\in \\mathbb{R}^{n_x \\times M}, \\quad W_1 \\in \\mathbb{R}^{n_h \\times n_x}, \\quad B_1 \\in \\mathbb{R}^{n_h \\times 1}',
  'Z_1 = W_1 X + B_1, \\quad A_1 = \\sigma(Z_1)',
  'Z_2 = W_2 A_1 + B_2, \\quad A_2 = \\sigma(Z_2)',
  'J = \\frac{1}{M} \\sum_{i=1}^{M} \\sum_{k=1}^{n_y} \\left(A_{2,ki} - Y_{ki}\\right)^2',
  'dV = \\frac{\\partial J}{\\partial V}',
  'dA_2 = \\frac{2}{M}(A_2 - Y)',
  "dZ_2 = dA_2 \\odot \\sigma'(Z_2)",
  'dW_2 = dZ_2 \\, A_1^\\top',
  'dB_2 = \\sum_{\\text{columns}} dZ_2',
  'dA_1 = W_2^\\top \\, dZ_2',
  "dZ_1 = dA_1 \\odot \\sigma'(Z_1)",
  'dW_1 = dZ_1 \\, X^\\top',
  'dB_1 = \\sum_{\\text{columns}} dZ_1',
  '\\theta := \\theta - \\alpha \\frac{\\partial J}{\\partial \\theta}',
  '\\nabla J = \\begin{pmatrix} \\partial J / \\partial \\theta_1 \\\\ \\partial J / \\partial \\theta_2 \\end{pmatrix}',
  '\\frac{\\partial J}{\\partial \\theta} \\approx \\frac{J(\\theta + h) - J(\\theta - h)}{2h}',
  'J(\\theta) = \\tfrac{1}{2} (\\theta - m)^\\top H (\\theta - m) + c',
  '0 < \\alpha < \\frac{2}{\\lambda_{\\max}}, \\quad \\kappa = \\frac{\\lambda_{\\max}}{\\lambda_{\\min}}',
  'z = w x + b, \\quad a = \\sigma(z), \\quad J = (a - y)^2',
  '\\frac{dJ}{dw} = \\frac{dJ}{da} \\cdot \\frac{da}{dz} \\cdot \\frac{dz}{dw}',
  "\\sigma(z) = \\frac{1}{1 + e^{-z}}, \\quad \\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z)) = a(1 - a) \\le \\tfrac{1}{4}",
  '(AB)^\\top = B^\\top A^\\top',
  '\\frac{\\lVert g - n \\rVert}{\\lVert g \\rVert + \\lVert n \\rVert}',
  'J = -\\frac{1}{M} \\sum_{i=1}^{M} \\left( y_i \\log a_i + (1 - y_i) \\log(1 - a_i) \\right)',
  '\\operatorname{softmax}(z)_k = \\frac{e^{z_k}}{\\sum_{j} e^{z_j}}, \\quad dZ_2 = \\frac{1}{M}(A_2 - Y)',
]

describe('the formulas of the course', () => {
  it.each(formulas)('%s has a picture, MathML and words', (latex) => {
    for (const display of [true, false]) {
      const formula = typeset(latex, { display })
      expect(formula.svg).toContain('<path')
      expect(formula.svg).not.toContain('<text')
      expect(formula.mathml).toMatch(/^<math .*<\/math>$/)
      expect(formula.label).toMatch(/^[\w.,;: -]+$/)
      expect(accessibleHtml(formula)).toContain(formula.svg.slice(-200))
    }
  })
})
