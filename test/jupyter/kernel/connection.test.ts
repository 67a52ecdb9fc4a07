import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Server } from 'node:net'
import { dirname } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import {
  type ConnectionInfo,
  newConnection,
  releasePorts,
  writeConnectionFile,
} from '../../../src/jupyter/kernel/connection.js'

describe('newConnection()', () => {
  test('has five different ports of the loopback interface and a key of its own', async () => {
    const one = await newConnection('tslab')
    const other = await newConnection('tslab')
    const ports = [one.shell_port, one.iopub_port, one.stdin_port, one.control_port, one.hb_port]
    expect(new Set(ports).size).toBe(5)
    expect(ports.every((port) => port > 1023)).toBe(true)
    expect(one).toMatchObject({ ip: '127.0.0.1', transport: 'tcp', signature_scheme: 'hmac-sha256' })
    expect(one.key).toMatch(/^[0-9a-f]{64}$/)
    expect(one.key).not.toBe(other.key)
  })
})

test('a port that cannot be had leaves none of the others open', async () => {
  const servers = new Set<Server>()
  const { listen } = Server.prototype
  const spy = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...args) {
    servers.add(this)
    if (servers.size < 3) return Reflect.apply(listen, this, args)
    queueMicrotask(() => this.emit('error', new Error('EMFILE')))
    return this
  })
  try {
    await expect(newConnection('tslab')).rejects.toThrow('EMFILE')
  } finally {
    spy.mockRestore()
  }
  expect([...servers].map(({ listening }) => listening)).toEqual([false, false, false])
})

test('two kernels that start side by side never have a port in common, until it is released', async () => {
  const ports = (info: ConnectionInfo) => [
    info.shell_port,
    info.iopub_port,
    info.stdin_port,
    info.control_port,
    info.hb_port,
  ]
  const connections = await Promise.all(Array.from({ length: 100 }, () => newConnection('tslab')))
  const all = connections.flatMap(ports)
  expect(new Set(all).size).toBe(500)
  const next = await newConnection('tslab')
  expect(ports(next).some((port) => all.includes(port))).toBe(false)
  for (const connection of [...connections, next]) releasePorts(connection)
})

describe('writeConnectionFile()', () => {
  test('writes it for its owner alone, in a folder that remove() takes away', async () => {
    const info = await newConnection('tslab')
    const { file, remove } = await writeConnectionFile(info)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(info)
    if (process.platform !== 'win32') {
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect((await stat(dirname(file))).mode & 0o777).toBe(0o700)
    }
    remove()
    expect(existsSync(dirname(file))).toBe(false)
  })
})
