// SPDX-License-Identifier: AGPL-3.0-or-later

/** Milliseconds until a request is abandoned. */
const patience = 8000

/** What a form would send, and the button that was pressed. */
export function typedIn(form: HTMLFormElement, button?: HTMLElement | null): URLSearchParams {
  const typed = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') typed.append(name, value)
  return typed
}

/** Sends a form's fields and returns the piece of page that comes back; undefined for any other answer. */
export async function askFragment(address: string, typed: URLSearchParams): Promise<DocumentFragment | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: typed,
      headers: { 'x-timone-fragment': '1' },
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok || response.redirected) return undefined
    const template = document.createElement('template')
    template.innerHTML = await response.text()
    return template.content
  } catch {
    return undefined
  }
}

/** Calls a function when nobody has asked for it for a while. */
export function quiet(milliseconds: number, work: () => void) {
  let timer = 0
  return {
    later: () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = 0
        work()
      }, milliseconds)
    },
    /** Cancels the waiting call; true when there was one. */
    cancel: (): boolean => {
      clearTimeout(timer)
      const waiting = timer !== 0
      timer = 0
      return waiting
    },
  }
}
