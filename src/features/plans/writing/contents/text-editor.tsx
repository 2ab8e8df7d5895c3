// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../../../catalogue/index.ts'
import { type TextContent, textKind, textLabels } from '../../plan/index.ts'
import type { EditedPlan, RecordForm } from '../editor/record-form.ts'
import { contentsForm } from './contents-form.ts'
import { findTextSuggestions } from './find-text-suggestions.ts'

/** What each text is for. */
const leads: Readonly<Record<string, string>> = {
  introduction: 'Da dove parte l’ente, per chi è il piano, che cosa c’è dentro. Nel documento viene per prima.',
  principles: 'Come l’ente segue i principi guida del Piano nazionale, elencati nel documento con le loro norme.',
  organisation: 'Come l’ente si organizza per la transizione digitale. Ruoli, atti e uffici hanno pagine proprie.',
  spending: 'Un commento alla tabella della spesa: che cosa cresce, che cosa cala, perché.',
  conclusion: 'Che cosa resta da fare, come e quando il piano si aggiorna.',
}

/** How a text of a plan is written; undefined for a chapter that the edition does not have. */
export function textForm(edited: EditedPlan, key: string, catalogue: Catalogue): RecordForm<TextContent> | undefined {
  const number = /^chapter-(\d)$/.exec(key)?.[1]
  const chapter = edited.edition.chapters.find((known) => String(known.number) === number)
  const title = chapter ? `Capitolo ${chapter.number}. ${chapter.title}` : textLabels[key as keyof typeof textLabels]
  if (title === undefined) return undefined
  return {
    ...contentsForm(edited, textKind, key, title),
    lead: leads[key] ?? 'Il testo che nel documento viene prima delle linee d’azione del capitolo.',
    suggest: (open) => findTextSuggestions(open, key, catalogue),
  }
}
