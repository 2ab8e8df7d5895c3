// SPDX-License-Identifier: AGPL-3.0-or-later

/** A kind of body in words: as a label, one body in a sentence, all bodies of the kind. */
type KindWords = {
  readonly label: string
  readonly one: string
  readonly all: string
  /** Bodies of earlier versions may be of it; none is made anew. */
  readonly former?: true
}

const kindOf = (label: string, one: string, all: string): KindWords => ({ label, one, all })

/**
 * The kinds of body (CAD, art. 2 c. 2; wording of the plan's own addressees). To be a third party in SUAP proceedings is
 * a fact of any body: as a kind it is of earlier versions.
 */
export const administrationKindWords = {
  municipality: kindOf('Comune', 'un Comune', 'i Comuni'),
  union: kindOf('Unione di comuni', 'un’Unione di comuni', 'le Unioni di comuni'),
  province: kindOf('Provincia', 'una Provincia', 'le Province'),
  metropolitanCity: kindOf('Città metropolitana', 'una Città metropolitana', 'le Città metropolitane'),
  mountainCommunity: kindOf('Comunità montana', 'una Comunità montana', 'le Comunità montane'),
  islandCommunity: kindOf('Comunità isolana', 'una Comunità isolana', 'le Comunità isolane'),
  consortium: kindOf(
    'Consorzio o associazione di enti',
    'un consorzio o associazione di enti',
    'i consorzi e le associazioni di enti',
  ),
  region: kindOf('Regione', 'una Regione', 'le Regioni'),
  autonomousProvince: kindOf('Provincia autonoma', 'una Provincia autonoma', 'le Province autonome'),
  regionalBody: kindOf(
    'Ente territoriale regionale',
    'un ente territoriale regionale',
    'gli enti territoriali regionali',
  ),
  healthAuthority: kindOf(
    'Azienda sanitaria o ospedaliera',
    'un’azienda sanitaria o ospedaliera',
    'le aziende sanitarie e ospedaliere',
  ),
  personalServicesAgency: kindOf(
    'Azienda pubblica di servizi alla persona (ASP)',
    'un’azienda pubblica di servizi alla persona',
    'le aziende pubbliche di servizi alla persona',
  ),
  parkAuthority: kindOf('Ente parco o di gestione di aree protette', 'un ente parco', 'gli enti parco'),
  landReclamationConsortium: kindOf('Consorzio di bonifica', 'un consorzio di bonifica', 'i consorzi di bonifica'),
  chamberOfCommerce: kindOf('Camera di commercio', 'una Camera di commercio', 'le Camere di commercio'),
  unioncamere: kindOf('Unioncamere', 'Unioncamere', 'Unioncamere'),
  professionalOrder: kindOf(
    'Ordine o collegio professionale',
    'un ordine o collegio professionale',
    'gli ordini e i collegi professionali',
  ),
  centralAdministration: kindOf(
    'Amministrazione centrale',
    'un’amministrazione centrale',
    'le amministrazioni centrali',
  ),
  authority: kindOf('Autorità portuale, di bacino o altra autorità', 'un’autorità', 'le autorità'),
  university: kindOf('Università', 'un’Università', 'le Università'),
  afam: kindOf('Istituzione AFAM', 'un’istituzione AFAM', 'le istituzioni AFAM'),
  school: kindOf('Istituzione scolastica', 'un’istituzione scolastica', 'le istituzioni scolastiche'),
  researchBody: kindOf('Ente o centro di ricerca', 'un ente di ricerca', 'gli enti di ricerca'),
  inHouseCompany: kindOf(
    'Società in house o a controllo pubblico',
    'una società a controllo pubblico',
    'le società a controllo pubblico',
  ),
  publicServiceOperator: kindOf(
    'Gestore di pubblici servizi',
    'un gestore di pubblici servizi',
    'i gestori di pubblici servizi',
  ),
  otherAdministration: kindOf('Altra amministrazione', 'un’altra amministrazione', 'le altre amministrazioni'),
  suapThirdParty: {
    ...kindOf(
      'Ente terzo nei procedimenti SUAP',
      'un ente terzo nei procedimenti SUAP',
      'gli enti terzi nei procedimenti SUAP',
    ),
    former: true,
  },
} satisfies Record<string, KindWords>
export type AdministrationKind = keyof typeof administrationKindWords

export const administrationKinds = Object.keys(administrationKindWords) as [AdministrationKind, ...AdministrationKind[]]

const wordsOf: Readonly<Record<AdministrationKind, KindWords>> = administrationKindWords

/** The kinds that a new body may be of. */
export const presentKinds = administrationKinds.filter((kind) => !wordsOf[kind].former)

/** How people read each kind. */
export const kindLabel = Object.fromEntries(administrationKinds.map((kind) => [kind, wordsOf[kind].label])) as Readonly<
  Record<AdministrationKind, string>
>
