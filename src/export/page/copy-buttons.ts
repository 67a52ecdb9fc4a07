/** A button at each cell's code that copies it. */
export function copyButtons(): void {
  for (const input of document.querySelectorAll<HTMLElement>('.cell > .input')) {
    const number = input.querySelector('.number')?.textContent ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy the code of cell ${number}`)
    button.addEventListener('click', async () => {
      const done = await copy(input.querySelector('code')?.textContent ?? '')
      button.textContent = done === 'copied' ? 'Copied' : 'Not copied'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 1500)
    })
    input.append(button)
  }
}

/** The clipboard may be out of reach: in a sandbox, or where the reader said no. */
async function copy(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
