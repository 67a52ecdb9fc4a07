import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import type { Matrix } from '../../src/math/index.js'
import { type Contestant, learningRate } from './contestant.js'

tf.enableProdMode() // no checks for debugging, no advice on other backends

const require = createRequire(import.meta.url)

/** TensorFlow.js with one of its backends. Its WASM backend is held to SIMD on one thread. */
export function tensorflow(backend: 'cpu' | 'wasm'): Contestant {
  if (backend === 'wasm') {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + sep)
  }
  return {
    name: `tfjs ${tf.version_core} ${backend === 'wasm' ? 'WASM with SIMD' : 'CPU'}`,
    numbers: 'float32',
    threads: 1,
    async prepare({ parameters, X, Y }) {
      await tf.setBackend(backend)
      const tensor = ({ rows, columns, values }: Matrix) =>
        tf.tensor2d([...values], [rows, columns], 'float32')
      const [inputs, labels] = [tensor(X), tensor(Y)]
      let net = (['W1', 'B1', 'W2', 'B2'] as const).map((name) => tensor(parameters[name]))
      const step = () => {
        const next = tf.tidy(() => stepOf(net, inputs, labels, X.columns))
        tf.dispose(net)
        net = next
      }
      return async (steps) => {
        await tf.setBackend(backend)
        const started = performance.now()
        for (let k = 0; k < steps; k++) step()
        await Promise.all(net.map((tensor) => tensor.data())) // the work is done when its numbers are there
        return performance.now() - started
      }
    },
  }
}

/** Forward, backward, update with sigmoids and mean squared error: new parameters. */
function stepOf(net: tf.Tensor2D[], X: tf.Tensor2D, Y: tf.Tensor2D, M: number): tf.Tensor2D[] {
  const [W1, B1, W2, B2] = net as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D] // made from four names
  const A1 = tf.sigmoid(tf.add(tf.matMul(W1, X), B1))
  const A2 = tf.sigmoid(tf.add(tf.matMul(W2, A1), B2))
  const dA2 = tf.mul(tf.sub(A2, Y), 2 / M)
  const dZ2 = tf.mul(dA2, tf.mul(A2, tf.sub(1, A2)))
  const dW2 = tf.matMul(dZ2, A1, false, true)
  const dA1 = tf.matMul(W2, dZ2, true, false)
  const dZ1 = tf.mul(dA1, tf.mul(A1, tf.sub(1, A1)))
  const dW1 = tf.matMul(dZ1 as tf.Tensor2D, X, false, true) // an elementwise product has its factors' shape
  const gradients = [dW1, tf.sum(dZ1, 1, true), dW2, tf.sum(dZ2, 1, true)]
  return net.map((theta, k) => tf.sub(theta, tf.mul(gradients[k] ?? 0, learningRate)))
}
