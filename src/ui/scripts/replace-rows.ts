// SPDX-License-Identifier: AGPL-3.0-or-later
import { askFragment, typedIn } from './send.ts'

/** `form[data-in-place]` in a table's row: the answer replaces the row; `[data-announce]` says what was done. */
export function replaceRows(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('inPlace' in form.dataset)) return
    event.preventDefault()
    void replaceRow(form, event.submitter)
  })
}

async function replaceRow(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const answer = await askFragment(form.action, typedIn(form, button))
  const row = answer?.querySelector('tbody tr')
  const old = form.closest('tr')
  if (!row || !old) {
    // Any other answer is shown as a page of its own.
    form.submit()
    return
  }
  old.replaceWith(row)
  const place = row.querySelector<HTMLElement>('summary') ?? row.querySelector<HTMLElement>('a')
  place?.focus()
  const said = answer?.querySelector('[data-said]')?.textContent ?? ''
  for (const live of document.querySelectorAll('[data-announce]')) live.textContent = said
}
