import { escapeXml } from '../../figures/text/escape-xml.js'

/** The login page loads nothing and sends its form to this server only. */
export const loginPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 28rem; margin: 12vh auto; padding: 0 1rem }
h1 { font-size: 1.4rem }
label { display: block; margin: 1.5rem 0 .25rem; font-weight: 600 }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }
button { margin-top: 1rem; padding: .5rem 1.25rem; font: inherit }
[role=alert] { color: light-dark(#a8071a, #ff9c9c) }`

export interface LoginParts {
  readonly action: string
  /** Where to go afterwards: a path of this server. */
  readonly next: string
  readonly xsrf: string
  /** What was wrong with the last try; empty on the first. */
  readonly problem: string
}

/** The page with the form for the token. */
export function loginPage({ action, next, xsrf, problem }: LoginParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in · Backprop Notebooks</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Backprop Notebooks</h1>
<p>This server runs code, so it asks who you are. <code>backprop start</code> printed an address with a token: open that address, or paste the token here.</p>
${problem === '' ? '' : `<p role="alert">${escapeXml(problem)}</p>\n`}<form method="post" action="${escapeXml(action)}">
<input type="hidden" name="_xsrf" value="${escapeXml(xsrf)}">
<input type="hidden" name="next" value="${escapeXml(next)}">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" autofocus required>
<button>Log in</button>
</form>
</main>
</body>
</html>
`
}
