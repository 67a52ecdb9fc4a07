/**
 * A small kernel that speaks the protocol in full and does what its clients have to stand: it asks for input, echoes
 * comms with their buffers, ignores interrupts, dies, forgets its `idle`, and stops its heartbeat. Its cells are a word
 * and an argument: see `words`.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Publisher, Reply, Router } from 'zeromq'

const info = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const options = { sendHighWaterMark: 0, sendTimeout: 0 }
const sockets = {
  shell: new Router(options),
  control: new Router(options),
  stdin: new Router(options),
  iopub: new Publisher(options),
  hb: new Reply(),
}
const delimiter = '<IDS|MSG>'
let count = 0
let beating = true
/** Ends the word that waits, with an error. */
let interruptWait = () => {}

function send(socket, type, content, { identities = [], parent = {}, buffers = [], metadata = {} } = {}) {
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session: 'echo',
    username: 'echo',
    date: new Date().toISOString(),
    version: '5.3',
  }
  const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part))
  const hmac = createHmac('sha256', info.key)
  for (const part of parts) hmac.update(part)
  return sockets[socket].send([...identities, delimiter, hmac.digest('hex'), ...parts, ...buffers])
}

function parse(frames) {
  const at = frames.findIndex((frame) => frame.equals(Buffer.from(delimiter)))
  const [header, , metadata, content] = frames.slice(at + 2, at + 6).map((part) => JSON.parse(String(part)))
  return { identities: frames.slice(0, at), header, metadata, content, buffers: frames.slice(at + 6) }
}

const words = {
  /** Prints its argument. */
  print: ({ publish }, text) => publish('stream', { name: 'stdout', text: `${text}\n` }),
  /** Prints a variable of its environment. */
  env: ({ publish }, name) => publish('stream', { name: 'stdout', text: process.env[name] ?? '' }),
  /** Asks for input and prints what comes. */
  async input({ publish, request }, prompt) {
    send(
      'stdin',
      'input_request',
      { prompt, password: false },
      { identities: request.identities, parent: request.header },
    )
    const reply = parse(await sockets.stdin.receive())
    publish('stream', { name: 'stdout', text: `${reply.content.value}\n` })
  },
  /** Shows something with as many buffers as its argument says, each of that many bytes. */
  buffers({ publish }, n) {
    const buffers = Array.from({ length: Number(n) }, (_, i) => Buffer.alloc(Number(n), i))
    publish('display_data', { data: { 'text/plain': 'buffers' }, metadata: {} }, { buffers })
  },
  /** Waits until it is interrupted. */
  wait: () =>
    new Promise((_, reject) => {
      interruptWait = () => reject(new Error('interrupted'))
    }),
  /** Runs for ever and heeds nothing. The word `hold` does so before its request is said to be busy. */
  loop() {
    process.on('SIGINT', () => {})
    for (;;);
  },
  /** Ends the process with its argument as exit code. */
  die: (_, code) => process.exit(Number(code)),
  /** Prints its argument a second after its reply, and is idle then. */
  late({ publish }, text) {
    setTimeout(() => {
      words.print({ publish }, text)
      publish('status', { execution_state: 'idle' })
    }, 1_000)
    return 'no idle'
  },
  /** Ends without `idle`. */
  forget: () => 'no idle',
  /** No heartbeat from here on, or again. */
  mute() {
    beating = false
  },
  unmute() {
    beating = true
  },
}

async function execute(request) {
  const extra = { parent: request.header }
  const publish = (type, content, more) => send('iopub', type, content, { ...extra, ...more })
  const reply = (content) =>
    send('shell', 'execute_reply', content, { ...extra, identities: request.identities })
  const [word, ...rest] = request.content.code.split(' ')
  if (word === 'hold') words.loop()
  publish('status', { execution_state: 'busy' })
  count += 1
  publish('execute_input', { code: request.content.code, execution_count: count })
  let after
  try {
    if (!Object.hasOwn(words, word)) throw new Error(`no word ${word}`)
    after = await words[word]({ publish, request }, rest.join(' '))
    reply({ status: 'ok', execution_count: count, user_expressions: {} })
  } catch ({ message }) {
    const error = { ename: 'Error', evalue: message, traceback: [message] }
    publish('error', error)
    reply({ status: 'error', execution_count: count, ...error })
  }
  if (after !== 'no idle') publish('status', { execution_state: 'idle' })
}

/** Answers everything but execute_request. */
function answer(socket, request) {
  const { header, content, identities, buffers, metadata } = request
  const extra = { parent: header, identities }
  const status = (execution_state) => send('iopub', 'status', { execution_state }, { parent: header })
  status('busy')
  switch (header.msg_type) {
    case 'kernel_info_request':
      send(
        socket,
        'kernel_info_reply',
        {
          status: 'ok',
          protocol_version: '5.3',
          implementation: 'echo',
          implementation_version: '1',
          language_info: { name: 'echo', version: '1', mimetype: 'text/plain', file_extension: '.txt' },
          banner: 'echo',
          help_links: [],
        },
        extra,
      )
      break
    case 'interrupt_request':
      interruptWait()
      send(socket, 'interrupt_reply', { status: 'ok' }, extra)
      break
    case 'shutdown_request':
      send(socket, 'shutdown_reply', { status: 'ok', restart: content.restart }, extra)
      setTimeout(() => process.exit(0), 50)
      break
    case 'comm_open':
    case 'comm_msg':
      send(
        'iopub',
        'comm_msg',
        { comm_id: content.comm_id, data: content.data },
        { parent: header, buffers, metadata },
      )
      break
    case 'comm_info_request':
      send(socket, 'comm_info_reply', { status: 'ok', comms: {} }, extra)
  }
  status('idle')
}

process.on('SIGINT', () => interruptWait())
await Promise.all(
  Object.entries(sockets).map(([name, socket]) => socket.bind(`tcp://127.0.0.1:${info[`${name}_port`]}`)),
)

async function serve(name) {
  for await (const frames of sockets[name]) {
    const request = parse(frames)
    if (request.header.msg_type === 'execute_request') execute(request)
    else answer(name, request)
  }
}

serve('shell')
serve('control')
for await (const beat of sockets.hb) {
  while (!beating) await new Promise((resolve) => setTimeout(resolve, 10))
  await sockets.hb.send(beat)
}
