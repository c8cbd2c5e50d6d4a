import { randomUUID } from 'node:crypto';

interface Told {
  readonly article: 'de' | 'het';
  /** In front of every text that somebody reads. */
  readonly before?: string;
}

/** A topic of one word that nobody else has, as the file that an editor brings in. */
export function topicFile({ article, before = '' }: Told) {
  const slug = `proef-${randomUUID()}`;
  const title = `${before}Proef ${slug.slice(-6)}`;
  const text = (words: string) => JSON.stringify(`${before}${words}`);
  const toml = `format = 1

[topic]
slug = "${slug}"
level = "A1"
licence = "CC-BY-SA-4.0"
title = { nl = ${JSON.stringify(title)}, en = ${JSON.stringify(title)}, ru = ${JSON.stringify(title)} }
position = 99

[[word]]
key = "brood"
lemma = "brood"
part_of_speech = "noun"
article = ["${article}"]
plural = "broden"
gloss = { en = [${text('bread')}], ru = [${text('хлеб')}] }
examples = [{ nl = ${text('Brood is vers.')}, en = ${text('Bread is fresh.')}, ru = ${text('Хлеб свежий.')} }]
`;
  const file = { name: `${slug}.a1.toml`, mimeType: 'application/toml', buffer: Buffer.from(toml, 'utf8') };
  return { title, file };
}
