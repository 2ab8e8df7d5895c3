// SPDX-License-Identifier: AGPL-3.0-or-later
import { askFragment, quiet, typedIn } from './send.ts'

/**
 * `form[data-draft=address]`: what is typed is saved at that address; `[data-draft-status]` inside the form tells so.
 */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keepDraft(form)
}

function keepDraft(form: HTMLFormElement): void {
  const address = form.dataset.draft ?? ''
  const status = form.querySelector('[data-draft-status]')
  let kept = String(typedIn(form))
  let keeping: Promise<void> | undefined

  const keep = async () => {
    const typed = typedIn(form)
    if (String(typed) === kept) return
    const said = await askFragment(address, typed)
    if (said) kept = String(typed)
    status?.replaceChildren(said ?? 'Bozza non salvata: il server non risponde. Non chiudere la pagina.')
  }
  const keepNow = (): Promise<void> => {
    typing.cancel()
    const after = (keeping ?? Promise.resolve()).then(keep).finally(() => {
      if (keeping === after) keeping = undefined
    })
    keeping = after
    return after
  }
  const typing = quiet(2000, () => void keepNow())

  form.addEventListener('input', typing.later)
  // A draft must not arrive after the form itself, because saving the form removes the draft.
  form.addEventListener('submit', (event) => {
    typing.cancel()
    if (!keeping) return
    event.preventDefault()
    void keeping.then(() => form.requestSubmit(event.submitter))
  })
  addEventListener('pagehide', () => {
    if (typing.cancel()) navigator.sendBeacon(address, typedIn(form))
  })
  for (const other of document.querySelectorAll<HTMLFormElement>('form[data-after-draft]')) {
    other.addEventListener('submit', (event) => {
      if (String(typedIn(form)) === kept && !keeping) return
      event.preventDefault()
      void keepNow().then(() => other.submit())
    })
  }
}
