/** What is offered of Jupyter Server's REST API, by path and method. */
const paths: Readonly<Record<string, string>> = {
  '/api/': 'get',
  '/api/status': 'get',
  '/api/me': 'get',
  '/api/contents/{path}': 'get put post patch delete',
  '/api/contents/{path}/checkpoints': 'get post',
  '/api/contents/{path}/checkpoints/{checkpoint_id}': 'post delete',
  '/api/contents/{path}/trust': 'post',
  '/api/sessions': 'get post',
  '/api/sessions/{session}': 'get patch delete',
  '/api/kernels': 'get post',
  '/api/kernels/{kernel_id}': 'get delete',
  '/api/kernels/{kernel_id}/interrupt': 'post',
  '/api/kernels/{kernel_id}/restart': 'post',
  '/api/kernelspecs': 'get',
  '/api/kernelspecs/{name}': 'get',
  '/api/config/{section}': 'get put patch',
  '/api/events': 'post',
  '/api/nbconvert': 'get',
  '/api/shutdown': 'post',
}

/**
 * The API as OpenAPI, for tools that want a list; what bodies hold is as Jupyter Server's own document says.
 *
 * @see https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/services/api/api.yaml
 */
export function openApiSpec(version: string, baseUrl: string): string {
  const lines = Object.entries(paths).flatMap(([path, methods]) => [
    `  "${path}":`,
    ...methods
      .split(' ')
      .flatMap((method) => [
        `    ${method}:`,
        `      responses: { default: { description: "As in Jupyter Server" } }`,
      ]),
  ])
  const title = 'Backprop Notebooks: the Jupyter Server API'
  return `openapi: "3.0.3"\ninfo: { title: "${title}", version: "${version}" }\nservers: [{ url: "${baseUrl}" }]\npaths:\n${lines.join('\n')}\n`
}
