// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import { paths } from '../paths.ts'

/** The parts of the site. A page without one is in no part of the menu. */
export type SectionName = 'worklist' | 'administrations' | 'associations' | 'people' | 'transparency'

/** A part of the site, as the menu shows it. */
type Section = { readonly name: SectionName; readonly label: string; readonly href: string }

/** The parts of the site that a viewer may enter, in the menu's order. */
export function sectionsFor(viewer: Viewer): readonly Section[] {
  const reads = viewer.may('plan.read')
  const sections: readonly (Section | false)[] = [
    viewer.person !== undefined && { name: 'worklist', label: 'Da fare', href: paths.home({}) },
    reads && { name: 'administrations', label: 'Enti', href: paths.administrations({}) },
    reads && { name: 'associations', label: 'Gestioni associate', href: paths.associations({}) },
    viewer.may('people.manage') && { name: 'people', label: 'Persone', href: paths.people({}) },
    { name: 'transparency', label: 'Trasparenza', href: paths.transparency({}) },
  ]
  return sections.filter((section) => section !== false)
}
