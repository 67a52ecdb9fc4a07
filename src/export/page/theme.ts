const key = 'backprop-theme'

export type Theme = 'light' | 'dark'

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** The theme on show: the reader's choice, else the system's. */
export function theme(): Theme {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'dark' || chosen === 'light' ? chosen : prefersDark.matches ? 'dark' : 'light'
}

/** Sets the theme chosen on an earlier visit. Runs before the page is painted. */
export function restoreTheme(): void {
  const chosen = stored()
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset['theme'] = chosen
}

/** The button that changes the theme; `changed` is called after each change, the system's too. */
export function themeButton(changed: () => void): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme')
  const show = () => {
    if (button === null) return
    const label = `${theme() === 'dark' ? 'Light' : 'Dark'} colours`
    button.setAttribute('aria-label', label)
    button.title = label
    button.hidden = false
  }
  show()
  button?.addEventListener('click', () => {
    const next = theme() === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = next
    store(next)
    show()
    changed()
  })
  prefersDark.addEventListener('change', () => {
    show()
    changed()
  })
}

/** Storage may be forbidden: by the browser's settings, or by a sandbox around the page. */
function stored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(value: Theme): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then lasts as long as the page.
  }
}
