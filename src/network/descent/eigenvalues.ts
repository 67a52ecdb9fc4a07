// Every `as number` in this file follows from loops that stay inside 0 … n² − 1.
import { type Curvature, symmetricRows } from './symmetric-matrix.js'

/** Each sweep about doubles the number of right digits; more than this is never needed. */
const sweeps = 60

/**
 * The eigenvalues of a symmetric matrix, the largest first: how strongly a cost bends along its principal axes.
 *
 * Jacobi's method: rotate one pair of axes after the other until nothing is left off the diagonal.
 *
 * @param hessian rows of a symmetric matrix, a Matrix, or a cost function that knows its Hessian
 * @throws TypeError, ShapeError (not square) or RangeError (not symmetric, not finite)
 */
export function eigenvalues(hessian: Curvature): number[] {
  const rows = symmetricRows('eigenvalues(hessian)', 'hessian', hessian)
  return symmetricEigen(rows).values
}

/** Eigenvalues of a symmetric matrix, the largest first, with unit eigenvectors in the same order. */
export function symmetricEigen(rows: readonly (readonly number[])[]): {
  values: number[]
  vectors: number[][]
} {
  const n = rows.length
  const a = rows.flat()
  const v: number[] = Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0))
  const largest = a.reduce((size, entry) => Math.max(size, Math.abs(entry)), 0)
  for (let sweep = 0; sweep < sweeps && offDiagonal(a, n) > Number.EPSILON * 1e-4 * largest; sweep++)
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)

  const order = Array.from({ length: n }, (_, i) => i)
  const value = (i: number): number => a[i * n + i] as number
  order.sort((i, j) => value(j) - value(i))
  return {
    values: order.map(value),
    vectors: order.map((i) => Array.from({ length: n }, (_, k) => v[k * n + i] as number)),
  }
}

/** Turns axes p and q so that entry (p, q) becomes 0. Golub and Van Loan, Matrix Computations, 8.5. */
function rotate(a: number[], v: number[], n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number
  if (apq === 0) return
  const tau = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau))
  const c = 1 / Math.hypot(1, t)
  const s = t * c
  const turn = (m: number[], first: number, second: number): void => {
    const [x, y] = [m[first] as number, m[second] as number]
    m[first] = c * x - s * y
    m[second] = s * x + c * y
  }
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q)
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k)
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q)
  a[p * n + q] = 0
  a[q * n + p] = 0
}

/** The largest number off the diagonal. */
function offDiagonal(a: readonly number[], n: number): number {
  let largest = 0
  for (let k = 0; k < a.length; k++)
    if (k % (n + 1) !== 0) largest = Math.max(largest, Math.abs(a[k] as number))
  return largest
}
