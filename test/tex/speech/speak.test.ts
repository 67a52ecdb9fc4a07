import { describe, expect, it } from 'vitest'
import { typeset } from '../../../src/tex/index.js'

const spoken: Readonly<Record<string, string>> = {
  'J = \\frac{1}{M} \\sum_{i=1}^{M} \\sum_{k} (A_{2,ki} - Y_{ki})^2':
    'J equals 1 over M times the sum over i from 1 to M of the sum over k of open parenthesis A sub 2, k i minus Y sub k i close parenthesis squared',
  '\\frac{\\partial J}{\\partial W_1} = dZ_1 \\, X^T':
    'the partial derivative of J with respect to W 1 equals d Z 1 times X transposed',
  'dA_2 = \\frac{2}{M}(A_2 - Y)':
    'd A 2 equals 2 over M times open parenthesis A 2 minus Y close parenthesis',
  "dZ_2 = dA_2 \\odot \\sigma'(Z_2)": 'd Z 2 equals d A 2 element-wise times sigma prime of Z 2',
  'dW_2 = dZ_2 \\cdot A_1^{\\mathsf T}': 'd W 2 equals d Z 2 times A 1 transposed',
  'dB_2 = \\sum_{\\text{columns}} dZ_2': 'd B 2 equals the sum over columns of d Z 2',
  'dA_1 = W_2^\\top dZ_2': 'd A 1 equals W 2 transposed times d Z 2',
  '\\theta := \\theta - \\alpha \\frac{\\partial J}{\\partial \\theta}':
    'theta becomes theta minus alpha times the partial derivative of J with respect to theta',
  '\\theta := \\theta - \\alpha \\, \\partial J/\\partial\\theta':
    'theta becomes theta minus alpha times the partial derivative of J with respect to theta',
  '\\theta := \\theta - \\alpha \\nabla J(\\theta)':
    'theta becomes theta minus alpha times the gradient of J of theta',
  '\\nabla_\\theta J(\\theta)': 'the gradient with respect to theta of J of theta',
  'J = \\tfrac{1}{4}\\left((0.7 - 1)^2 + (0.2-0)^2\\right) = 0.0432':
    'J equals 1 over 4 times open parenthesis open parenthesis 0.7 minus 1 close parenthesis squared plus open parenthesis 0.2 minus 0 close parenthesis squared close parenthesis equals 0.0432',
  '\\sigma(z) = \\frac{1}{1 + e^{-z}}':
    'sigma of z equals the fraction 1, over 1 plus e to the power of minus z',
  "\\sigma'(z) = \\sigma(z)(1 - \\sigma(z)) = a(1-a) \\le \\frac14":
    'sigma prime of z equals sigma of z times open parenthesis 1 minus sigma of z close parenthesis equals a times open parenthesis 1 minus a close parenthesis is less than or equal to 1 over 4',
  'Z_1 = W_1 X + B_1, \\quad A_1 = \\sigma(Z_1)': 'Z 1 equals W 1 times X plus B 1, A 1 equals sigma of Z 1',
  'J(\\theta_1, \\theta_2) = \\tfrac12 (\\theta - m)^T H (\\theta - m) + c':
    'J of theta 1, theta 2 equals 1 over 2 times open parenthesis theta minus m close parenthesis transposed times H times open parenthesis theta minus m close parenthesis plus c',
  '0 < \\alpha < \\frac{2}{\\lambda_{\\max}}': '0 is less than alpha is less than 2 over lambda max',
  '\\kappa = \\frac{\\lambda_{\\max}}{\\lambda_{\\min}}': 'kappa equals lambda max over lambda min',
  "f'(x) \\approx \\frac{f(x + h) - f(x - h)}{2h}":
    'f prime of x is approximately the fraction f of open parenthesis x plus h close parenthesis minus f of open parenthesis x minus h close parenthesis, over 2 h',
  '\\frac{\\|g - n\\|}{\\|g\\| + \\|n\\|}':
    'the fraction the norm of g minus n, end norm, over the norm of g plus the norm of n',
  '(AB)^T = B^T A^T':
    'open parenthesis A B close parenthesis transposed equals B transposed times A transposed',
  'X \\in \\mathbb{R}^{n_x \\times M}': 'X is in the real n sub x by M matrices',
  '\\begin{pmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\end{pmatrix}': '2 by 3 matrix, row 1: 1, 2, 3; row 2: 4, 5, 6',
  '\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} + \\begin{bmatrix} 1 & 2 \\end{bmatrix}':
    '2 by 1 column vector: 1, 2, end vector, plus 1 by 2 row vector: 1, 2',
  '\\operatorname{softmax}(z)_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}':
    'softmax of z, all sub k, equals the fraction e to the power of z sub k, over the sum over j of e to the power of z sub j',
  '-\\frac{1}{M}\\sum_{i} \\left[ y_i \\log a_i + (1-y_i)\\log(1-a_i) \\right]':
    'minus 1 over M times the sum over i of open bracket y sub i times log of a sub i plus open parenthesis 1 minus y sub i close parenthesis times log of open parenthesis 1 minus a sub i close parenthesis close bracket',
  '\\operatorname{ReLU}(z) = \\max(0, z) = \\begin{cases} z & z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}':
    'ReLU of z equals max of 0, z equals 2 cases, case 1: z, if z is greater than 0; case 2: 0, otherwise',
  '\\tanh z, \\exp(-z), \\log_2 x, \\sin^2 x':
    'hyperbolic tangent of z, exp of minus z, log base 2 of x, sine squared of x',
  '|x - y|, |x|, \\lVert W \\rVert_2^2, p(y|x)':
    'the absolute value of x minus y, end absolute value, the absolute value of x, the 2 norm of W, squared, p of open parenthesis y given x close parenthesis',
  '\\sqrt{x^2 + y^2} + \\sqrt[3]{x}':
    'the square root of x squared plus y squared, end root, plus the cube root of x',
  '\\frac{dJ}{dw} = \\frac{dJ}{da} \\cdot \\frac{da}{dz} \\cdot \\frac{dz}{dw}':
    'the derivative of J with respect to w equals the derivative of J with respect to a times the derivative of a with respect to z times the derivative of z with respect to w',
  "\\frac{dJ}{dw} = \\underbrace{2(a - y)}_{dJ/da} \\cdot \\underbrace{\\sigma'(z)}_{da/dz} \\cdot x":
    'the derivative of J with respect to w equals 2 times open parenthesis a minus y close parenthesis, labelled the derivative of J with respect to a, times sigma prime of z, labelled the derivative of a with respect to z, times x',
  '\\frac{\\partial^2 J}{\\partial \\theta_1^2} + \\frac{\\partial^2 J}{\\partial x \\partial y}':
    'the second partial derivative of J with respect to theta 1 plus the second partial derivative of J with respect to x and y',
  '\\frac{\\partial}{\\partial W_1}': 'the partial derivative with respect to W 1',
  '\\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}':
    'the limit as h goes to 0 of the fraction f of open parenthesis x plus h close parenthesis minus f of x, over h',
  '\\hat{y}_i = w x_i + b, \\bar x, \\vec v, \\tilde{X}':
    'y hat sub i equals w times x sub i plus b, x bar, vector v, X tilde',
  "\\begin{aligned} dZ_2 &= dA_2 \\odot \\sigma'(Z_2) \\\\ dW_2 &= dZ_2 A_1^T \\end{aligned}":
    'line 1: d Z 2 equals d A 2 element-wise times sigma prime of Z 2; line 2: d W 2 equals d Z 2 times A 1 transposed',
  '1.2 \\times 10^{-7}': '1.2 times 10 to the power of minus 7',
  '\\theta^* = \\arg\\min_\\theta J(\\theta)':
    'theta star equals the argument of the minimum over theta of J of theta',
  'x^{(i)}, a^{[1]}, A^{-1}, x^{-1}, e^{-(z+1)}, x_{i-1}':
    'x superscript i, a superscript 1, A inverse, x to the power of minus 1, e to the power of minus open parenthesis z plus 1 close parenthesis, end power, x sub i minus 1',
  '\\left. \\frac{dJ}{dw} \\right|_{w=0} = 3':
    'the derivative of J with respect to w, evaluated at w equals 0, equals 3',
  '\\Delta J \\approx \\nabla J \\cdot \\Delta\\theta':
    'delta J is approximately the gradient of J times delta theta',
  '\\int_0^1 f(x)\\, dx': 'the integral from 0 to 1 of f of x, d x',
  'Z_1 \\Rightarrow A_1 \\to J \\propto M': 'Z 1 implies A 1 goes to J is proportional to M',
  '\\binom{n}{k}': 'n choose k',
  'J_w = (0.7 - (-1))^2 = (-1)^2 - (-1)':
    'J sub w equals open parenthesis 0.7 minus negative 1 close parenthesis squared equals open parenthesis minus 1 close parenthesis squared minus negative 1',
  'w_{ij}, W^{\\text{new}} = W - 0.1\\, dW': 'w sub i j, W superscript new equals W minus 0.1 times d W',
  '\\text{accuracy} = \\frac{\\text{correct}}{\\text{all}} = 0.95':
    'accuracy equals correct over all equals 0.95',
  '(W_2)_{kj} \\leftarrow (W_2)_{kj} - \\alpha (dW_2)_{kj}':
    'open parenthesis W 2 close parenthesis sub k j becomes open parenthesis W 2 close parenthesis sub k j minus alpha times open parenthesis d W 2 close parenthesis sub k j',
  '\\frac{2}{M} \\sum_i (a_i - y_i) \\, x_i':
    '2 over M times the sum over i of open parenthesis a sub i minus y sub i close parenthesis times x sub i',
  '\\cos\\varphi = 1, \\quad \\|\\nabla J\\| \\cos(\\varphi - \\varphi_0)':
    'cosine of phi equals 1, the norm of the gradient of J, end norm, times cosine of open parenthesis phi minus phi 0 close parenthesis',
  'h_1 = \\sigma(w_{11} x_1 + w_{12} x_2 + b_1)':
    'h 1 equals sigma of open parenthesis w 11 times x 1 plus w 12 times x 2 plus b 1 close parenthesis',
  '\\mathrm{d}J = 2a\\,\\mathrm{d}a': 'd J equals 2 a times d a',
  "\\boxed{dZ_2 = dA_2 \\odot \\sigma'(Z_2)}": 'd Z 2 equals d A 2 element-wise times sigma prime of Z 2',
  'a \\cancel{b} \\ne c': 'a times b, crossed out, is not equal to c',
  'n! \\pm 3\\%': 'n factorial plus or minus 3 percent',
  '\\frac{1}{1 + \\frac{1}{x}}': 'the fraction 1, over 1 plus 1 over x',
  '10^{-7}\\begin{pmatrix} 1 & 2 \\\\ 3 & 4\\end{pmatrix}':
    '10 to the power of minus 7 times 2 by 2 matrix, row 1: 1, 2; row 2: 3, 4',
  '\\begin{pmatrix} 1 & \\cdots & 3 \\\\ \\vdots & \\ddots & \\vdots \\\\ 4 & \\cdots & 6 \\end{pmatrix}':
    'matrix, row 1: 1, and so on, 3; and so on; last row: 4, and so on, 6',
  'x = 3 \\tag{1}': 'x equals 3, equation 1',
  "\\sigma'(z)^2 + \\sigma^{-1}(a)": 'sigma prime of z, all squared, plus sigma inverse of a',
  'f: \\mathbb{R}^n \\to \\mathbb{R}': 'f, the real vectors with n entries goes to the real numbers',
  '\\sum_{(i,j) \\in B} x': 'the sum over open parenthesis i, j close parenthesis in B of x',
  'σ′(z) = 3': 'sigma prime of z equals 3',
  '\\nabla': 'nabla',
  'x \\in B, \\sigma': 'x is in B, sigma',
  '\\sum_{i \\in B} x_i': 'the sum over i in B of x sub i',
  '\\int x\\,dx + \\lfloor x \\rfloor': 'the integral of x, d x plus the floor of x',
  '\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array} = 2':
    '2 by 2 table, row 1: a, b; row 2: c, d; end table, equals 2',
  '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}': 'line 1: a equals b; line 2: equals c',
  '\\sum_{\\substack{i \\ne j\\\\ i<3}} x': 'the sum over i is not equal to j, i is less than 3 of x',
  '\\begin{gather} a \\\\ b \\end{gather}': 'line 1: a; line 2: b',
  '\\begin{align} a &= b \\\\ &= c \\end{align}': 'line 1: a equals b; line 2: equals c',
  '\\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix}':
    'the determinant of 2 by 2 matrix, row 1: 1, 2; row 2: 3, 4',
  'x < y \\& z': 'x is less than y & z',
  '\\begin{smallmatrix} 1 \\\\ 2 \\end{smallmatrix}': '1, 2',
  '\\Big|_{w=0}': 'evaluated at w equals 0',
  '\\text{if } -1 < x': 'if minus 1 is less than x',
  'a \\stackrel{!}{=} b \\xrightarrow{\\alpha} c':
    'a equals with factorial above b goes to with alpha above c',
  '\\color{red} x + y': 'x plus y',
}

describe('speak()', () => {
  it.each(Object.entries(spoken))('reads %s', (latex, words) => {
    expect(typeset(latex).label).toBe(words)
  })
})
