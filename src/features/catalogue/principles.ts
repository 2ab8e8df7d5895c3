// SPDX-License-Identifier: AGPL-3.0-or-later

/** A principle that the national plan asks to follow in every decision. */
export type Principle = { readonly name: string; readonly meaning: string; readonly law: string }

/** The guiding principles of the national plan 2024-2026, in our words, with the law that it quotes for each. */
export const guidingPrinciples: readonly Principle[] = [
  {
    name: 'Digitale e mobile come prima opzione',
    meaning: 'I servizi nascono digitali e si usano dal telefono; gli altri canali restano per chi ne ha bisogno.',
    law: 'Art. 3-bis legge 241/1990; art. 1 c. 1 lett. a) d.lgs. 165/2001; art. 15 CAD; art. 1 c. 1 lett. b) legge 124/2015; art. 6 c. 1 d.l. 80/2021',
  },
  {
    name: 'Cloud come prima opzione',
    meaning: 'Un progetto nuovo usa servizi cloud qualificati e infrastrutture digitali adeguate.',
    law: 'Art. 33-septies d.l. 179/2012; art. 73 CAD',
  },
  {
    name: 'Interoperabilità dall’inizio (API first)',
    meaning: 'Prima si progettano le interfacce con cui i sistemi si parlano, poi i canali per le persone.',
    law: 'Art. 43 c. 2 d.P.R. 445/2000; art. 2 c. 1 lett. c) d.lgs. 165/2001; art. 50 c. 2, art. 50-ter e art. 64-bis c. 1-bis CAD',
  },
  {
    name: 'Accesso con la sola identità digitale',
    meaning: 'Ai servizi in rete si entra con le identità digitali previste dalla legge, e con quelle soltanto.',
    law: 'Art. 64 CAD; art. 24 c. 4 d.l. 76/2020; reg. (UE) 910/2014 (eIDAS)',
  },
  {
    name: 'Servizi per tutti, attorno alle persone',
    meaning: 'I servizi sono inclusivi e accessibili, si misurano e si migliorano con chi li usa.',
    law: 'Legge 4/2004; art. 2 c. 1, art. 7 e art. 53 CAD; art. 8 c. 1 lett. c) ed e) e art. 14 c. 4-bis d.lgs. 150/2009',
  },
  {
    name: 'Dati pubblici, bene comune',
    meaning: 'I dati che si possono aprire si pubblicano in formati aperti e riutilizzabili.',
    law: 'Art. 50 c. 1 e c. 2-bis, art. 50-quater e art. 52 c. 2 CAD; d.lgs. 36/2006; art. 24-quater c. 2 d.l. 90/2014',
  },
  {
    name: 'Sicurezza e protezione dei dati',
    meaning: 'Ogni servizio protegge i sistemi e i dati personali fin da quando lo si progetta.',
    law: 'Reg. (UE) 2016/679 (GDPR); d.lgs. 65/2018 (NIS), ora d.lgs. 138/2024; d.l. 105/2019; d.l. 82/2021',
  },
  {
    name: 'Una volta sola, anche oltre confine',
    meaning: 'Ciò che l’amministrazione sa già non si chiede di nuovo; i servizi principali valgono in tutta l’Unione.',
    law: 'Artt. 43, 59, 64 e 72 d.P.R. 445/2000; art. 15 c. 3, art. 41, art. 50 c. 2 e c. 2-ter, art. 60 CAD; reg. (UE) 2018/1724; COM(2017) 134',
  },
  {
    name: 'Apertura',
    meaning:
      'Si preferisce il software aperto, si riusa e si condivide il codice, si evita di dipendere da un fornitore.',
    law: 'Art. 9, art. 17 c. 1, art. 68 e art. 69 CAD; art. 1 c. 1 d.lgs. 33/2013; art. 30 d.lgs. 36/2023',
  },
  {
    name: 'Sostenibilità digitale',
    meaning: 'Di un servizio si guarda l’intera vita: costi, ambiente, persone e territorio, anche unendo le forze.',
    law: 'Art. 15 c. 2-bis CAD; art. 21 d.lgs. 36/2023; reg. (UE) 2020/852 (DNSH)',
  },
  {
    name: 'Sussidiarietà, proporzionalità e appropriatezza',
    meaning: 'Ogni iniziativa sta al livello di governo che la realizza meglio, con mezzi adatti allo scopo.',
    law: 'Artt. 5, 117 e 118 Costituzione; art. 14 CAD',
  },
]
