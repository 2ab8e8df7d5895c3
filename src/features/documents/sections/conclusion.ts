// SPDX-License-Identifier: AGPL-3.0-or-later
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** The body's conclusion. */
export const conclusion: SectionWriter = ({ profile }) => {
  const id = 'conclusioni'
  const { blocks, sections } = narrativeFromMarkdown(profile.plan.narrative?.conclusion ?? '', id)
  return sectionOf(id, 'Conclusioni e prossimi passi', blocks, sections)
}
