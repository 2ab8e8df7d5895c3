// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action } from '../../kernel/access.ts'
import type { Slug, Triennium } from '../../kernel/ids.ts'
import type { MenuEntry } from '../../ui/page/menu.ts'
import type { Site } from '../../ui/page/site.ts'
import { identityActions } from '../identity/index.ts'
import { administrationActions } from './actions.ts'
import { administrationPaths } from './addresses.ts'
import { placeParameter } from './registration/views/place-words.ts'

/** The part of the site about bodies and their plans. */
export const administrationsEntry: MenuEntry = {
  label: 'Enti',
  address: administrationPaths.administrations({}),
  shown: (viewer) => viewer.may(administrationActions.read),
}

/** The part about bodies that act together. */
export const associationsEntry: MenuEntry = {
  label: 'Gestioni associate',
  address: administrationPaths.associations({}),
  shown: (viewer) => viewer.may(administrationActions.read),
}

/** The part about people and their roles. */
export const peopleEntry: MenuEntry = {
  label: 'Persone',
  address: administrationPaths.people({}),
  shown: (viewer) => viewer.may(identityActions.managePeople),
}

/** What may be done for a whole body, as its page offers it to those who may. */
export type BodyLink = {
  readonly label: string
  readonly address: (where: { readonly slug: Slug }) => string
  readonly action: Action
}

/** A page of a plan, as the plan's card on the page of its body offers it. */
export type PlanLink = {
  readonly label: string
  readonly address: (where: { readonly slug: Slug; readonly triennium: Triennium }) => string
  /** Only those who may do it see the link; absent: everybody who sees the card. */
  readonly action?: Action
}

/** A page of a later feature, as the page of delegations offers it. */
export type DelegationLink = { readonly label: string; readonly address: string }

/** What the page of a body needs to know of the features that come after this one. */
export type BodySite = Site & { readonly bodyLinks: readonly BodyLink[]; readonly planLinks: readonly PlanLink[] }

/** The people of a body and their roles. */
export const peopleLink: BodyLink = {
  label: 'Persone e ruoli',
  address: ({ slug }) => administrationPaths.people({}, { luogo: placeParameter({ kind: 'administration', slug }) }),
  action: identityActions.managePeople,
}

/** The correction of what a body was registered as. */
export const detailsLink: BodyLink = {
  label: 'Correggi i dati dell’ente',
  address: administrationPaths.details,
  action: administrationActions.manageAssociations,
}

/** The removal of a body that was registered by mistake. */
export const removalLink: BodyLink = {
  label: 'Elimina l’ente, se registrato per errore',
  address: administrationPaths.administrationRemoval,
  action: administrationActions.manageAssociations,
}
