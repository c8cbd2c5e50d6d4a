/** Something of others that the product shows, and its licence as an SPDX expression. */
export interface Credited {
  readonly title: string;
  readonly licence: string;
}

/** What look-ups are made of: the titles and licences of deploy/lexicon/sources.toml, to which a test holds them. */
export const LEXICON: readonly Credited[] = [
  { title: 'OpenTaal word list', licence: 'BSD-3-Clause OR CC-BY-3.0' },
  { title: 'OpenTaal spelling dictionary', licence: 'BSD-3-Clause OR CC-BY-3.0' },
  { title: 'simplemma, Dutch list of forms', licence: 'ODbL-1.0 AND CC-BY-SA-4.0' },
  { title: 'wordfreq, Dutch frequencies', licence: 'CC-BY-SA-4.0' },
  { title: 'FreeDict Dutch-English', licence: 'GPL-2.0-or-later' },
  { title: 'FreeDict Dutch-German', licence: 'GPL-2.0-or-later' },
  { title: 'FreeDict Dutch-French', licence: 'GPL-2.0-or-later' },
  { title: 'FreeDict Dutch-Russian, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Spanish, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Polish, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Italian, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Portuguese, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Bulgarian, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Greek, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Finnish, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Indonesian, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Lithuanian, from WikDict', licence: 'CC-BY-SA-3.0' },
  { title: 'FreeDict Dutch-Swedish, from WikDict', licence: 'CC-BY-SA-3.0' },
];

/** The computer's voice, and what packs it. */
export const VOICE: readonly Credited[] = [
  { title: 'eSpeak NG', licence: 'GPL-3.0-or-later' },
  { title: 'LAME', licence: 'LGPL-2.0-or-later' },
];

/** The words, sentences and topics of the starter pack. */
export const CONTENT_LICENCE = 'CC-BY-SA-4.0';

/** Each licence of an expression, and where its text is. */
export function licencesOf(expression: string): readonly { id: string; address: string }[] {
  const ids = expression.split(/\s+(?:AND|OR|WITH)\s+|[()]/).filter((id) => id !== '');
  return ids.map((id) => ({ id, address: `https://spdx.org/licenses/${id}.html` }));
}
