// SPDX-License-Identifier: AGPL-3.0-or-later
import { askFragment, quiet } from './send.ts'

/**
 * `[data-preview=address]` around a text area: `[data-preview-button]` shows the text as it will be read, and keeps up
 * with changes.
 */
export function showPreviews(): void {
  for (const around of document.querySelectorAll<HTMLElement>('[data-preview]')) {
    const text = around.querySelector('textarea')
    const shown = around.querySelector('[data-preview-text]')
    const section = shown?.closest('section')
    if (!text || !shown || !section) continue
    const show = async () => {
      const preview = await askFragment(
        around.dataset.preview ?? '',
        new URLSearchParams({ testo: text.value, posto: around.dataset.previewPlace ?? 'cella' }),
      )
      shown.replaceChildren(preview ?? 'Anteprima non disponibile: il testo è troppo lungo, o il server non risponde.')
    }
    const typing = quiet(500, () => void show())
    text.addEventListener('input', () => {
      if (!section.hidden) typing.later()
    })
    around.querySelector('[data-preview-button]')?.addEventListener('click', (event) => {
      event.preventDefault()
      section.hidden = false
      void show().then(() => section.scrollIntoView({ block: 'nearest' }))
    })
  }
}

/** `[data-insert=text]` within `[data-preview]`: puts the text at the end of the text area, and marks it as suggested. */
export function insertTexts(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-insert]')) {
    button.addEventListener('click', (event) => {
      const around = button.closest('[data-preview]')
      const text = around?.querySelector('textarea')
      if (!around || !text) return
      event.preventDefault()
      text.value = [text.value, button.dataset.insert].filter(Boolean).join('\n\n')
      const mark = around.querySelector<HTMLInputElement>('[name=suggested]')
      if (mark) mark.value = '1'
      for (const note of around.querySelectorAll<HTMLElement>('[data-suggested]')) note.hidden = false
      text.dispatchEvent(new Event('input', { bubbles: true }))
      text.focus()
      text.scrollTop = text.scrollHeight
    })
  }
}
