import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { framingFor } from '../../jupyter/message/websocket-framing.js'
import { errorAnswer, logUnexpected } from '../http/error-answer.js'
import { pathBelow } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import { admit } from '../security/gate.js'
import { addHeaders } from '../security/headers.js'
import type { RequestFacts } from '../security/request-facts.js'
import type { Services } from '../services.js'
import { socketRoute } from './socket-route.js'

/** Bytes of one message of a client: a notebook's cell, a widget's buffers. */
const maxPayload = 128 * 1024 * 1024

/** Milliseconds between two questions whether a client is still there. */
const beatEvery = 30_000

/** Milliseconds that clients have for saying goodbye. */
const lastWords = 250

/** Answers the requests that want to become WebSockets. All is checked before they do. */
export function upgrades(services: Services) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    handleProtocols: (offered) => framingFor(offered).subprotocol ?? false,
  })
  const beat = keepAlive(sockets)
  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      services.activity.touch()
      socket.on('error', () => socket.destroy())
      void accept(request)
        .then((connect) =>
          sockets.handleUpgrade(request, socket, head, (client) => {
            client.on('error', () => client.terminate())
            connect(client)
          }),
        )
        .catch((error) => {
          if (!(error instanceof HttpError)) logUnexpected(error, services.log)
          return refuse(socket, errorAnswer(error))
        })
    },
    close: () => {
      clearInterval(beat)
      const clients = [...sockets.clients]
      for (const client of clients) client.close(1001, 'The server ends.')
      sockets.close()
      // A client that does not answer must not keep the server from ending.
      setTimeout(() => {
        for (const client of clients) client.terminate()
      }, lastWords).unref()
    },
  }

  async function accept(request: IncomingMessage) {
    const facts = factsOfIncoming(request, services.secure)
    admit(facts, services)
    const path = pathBelow(services.baseUrl, facts.url.href)
    return socketRoute(path, facts, services)
  }
}

/** Ends WebSockets whose other end is gone without a word: a pulled cable sends nothing. */
function keepAlive(sockets: WebSocketServer): NodeJS.Timeout {
  const waiting = new WeakSet<WebSocket>()
  return setInterval(() => {
    for (const client of sockets.clients) {
      if (waiting.has(client)) {
        client.terminate()
        continue
      }
      waiting.add(client)
      client.once('pong', () => waiting.delete(client))
      client.ping()
    }
  }, beatEvery).unref()
}

function factsOfIncoming({ url, headers, method }: IncomingMessage, secure: boolean): RequestFacts {
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  let address: URL
  try {
    address = new URL(`${secure ? 'https' : 'http'}://${header('host') ?? ''}${url ?? ''}`)
  } catch {
    throw new HttpError(400, 'The address of the request is not valid.', 'Bad Request')
  }
  return { method: method ?? 'GET', url: address, header }
}

async function refuse(socket: Duplex, answer: Response): Promise<void> {
  addHeaders(answer.headers)
  const body = await answer.text()
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
