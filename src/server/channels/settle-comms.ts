import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { type Waiting, waiting } from './waiting.js'

/**
 * The same messages with fewer of comms, and no comm another at the end: one that was opened and closed meanwhile is
 * left out, and of the updates of a comm's state that follow each other the last has all that they set. Anything else
 * that a comm is told stays where it is, and no update goes past it.
 *
 * @see https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md for updates
 */
export function settleComms(messages: readonly Waiting[]): Waiting[] {
  const ended = endedComms(messages)
  const kept: (Waiting | undefined)[] = []
  /** Where the last message of a comm is, if it was an update. */
  const updates = new Map<string, number>()
  for (const each of messages) {
    const comm = commOf(each)
    if (comm === undefined) {
      kept.push(each)
      continue
    }
    if (ended.has(comm)) continue
    const at = updates.get(comm)
    const before = at === undefined ? undefined : kept[at]
    const joined = before === undefined ? undefined : joinedUpdates(before, each)
    if (at !== undefined && joined !== undefined) kept[at] = undefined
    kept.push(joined ?? each)
    if (updateOf(each) === undefined) updates.delete(comm)
    else updates.set(comm, kept.length - 1)
  }
  return kept.filter((each) => each !== undefined)
}

/** The comm that a message on iopub is about. */
export function commOf({ channel, message: { header, content } }: Waiting): string | undefined {
  const { comm_id: id } = content
  return channel === 'iopub' && header.msg_type.startsWith('comm_') && typeof id === 'string' ? id : undefined
}

/** Comms that the client never gets to know: the first that waits of them opens them, the last closes them. */
function endedComms(messages: readonly Waiting[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  for (const each of messages) {
    const comm = commOf(each)
    if (comm === undefined) continue
    const type = each.message.header.msg_type
    if (!first.has(comm)) first.set(comm, type)
    last.set(comm, type)
  }
  return new Set(
    [...first.keys()].filter((id) => first.get(id) === 'comm_open' && last.get(id) === 'comm_close'),
  )
}

interface Update {
  readonly state: JsonObject
  /** Where in the state the message's buffers belong; the first step of each path is the name of what is set. */
  readonly paths: readonly (readonly (string | number)[])[]
}

/** The state that a `comm_msg` sets, as widgets do it: what it does not name stays. */
function updateOf({ message: { header, content, buffers } }: Waiting): Update | undefined {
  const { data } = content
  if (header.msg_type !== 'comm_msg' || !isObject(data) || data['method'] !== 'update') return undefined
  const { state, buffer_paths: paths = [] } = data
  if (!isObject(state) || !Array.isArray(paths) || paths.length !== buffers.length) return undefined
  return paths.every((path) => Array.isArray(path)) ? { state, paths } : undefined
}

function joinedUpdates(before: Waiting, after: Waiting): Waiting | undefined {
  const [first, second] = [updateOf(before), updateOf(after)]
  if (first === undefined || second === undefined) return undefined
  // A value that is a buffer as a whole is named by its path alone, not in the state.
  const renewed = new Set(second.paths.map((path) => JSON.stringify(path)))
  const old = first.paths.flatMap((path, i) => {
    const buffer = before.message.buffers[i]
    const isRenewed = Object.hasOwn(second.state, String(path[0])) || renewed.has(JSON.stringify(path))
    return buffer === undefined || isRenewed ? [] : [{ path, buffer }]
  })
  const { message } = after
  const data = {
    // An update's data is an object.
    ...(message.content['data'] as JsonObject),
    state: { ...first.state, ...second.state },
    buffer_paths: [...old.map(({ path }) => path), ...second.paths],
  }
  return waiting('iopub', {
    ...message,
    content: { ...message.content, data },
    buffers: [...old.map(({ buffer }) => buffer), ...message.buffers],
  })
}
