/**
 * `$NAME`, `${NAME}` and `$$` in a value of a kernelspec's `env`, as Jupyter's clients expand them; a name that `env` does
 * not have stays as it is.
 */
export function expandVariables(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (whole, dollar, bare, braced) =>
    dollar === undefined ? (env[bare ?? braced] ?? whole) : '$',
  )
}
