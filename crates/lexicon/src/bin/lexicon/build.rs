//! Packs from the sources that `deploy/lexicon/fetch` brought.

use anyhow::{Context, Result, bail};
use lexicon::{Facts, Lexicon, Pack, PackKind, PackWriter, PartOfSpeech, key};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    io::{Write, stdout},
    path::Path,
    process::ExitCode,
};

/// A line of `sources.json`.
#[derive(Clone, Debug, Deserialize)]
struct SourceFile {
    file: String,
    source: String,
    language: Option<String>,
    kind: String,
    title: String,
    licence: String,
}

impl SourceFile {
    fn facts(&self, kind: PackKind, changes: &str) -> Facts {
        Facts {
            kind,
            language: self.language.clone(),
            title: self.title.clone(),
            licence: self.licence.clone(),
            source: self.source.clone(),
            changes: changes.to_owned(),
        }
    }
}

/// Packs by name, as they are written.
type Packs = BTreeMap<String, Vec<u8>>;

/// Makes every pack of which the source is there, and `CREDITS.md`.
pub(crate) fn run(from: &Path, to: &Path) -> Result<ExitCode> {
    let list = from.join("sources.json");
    let list = fs::read_to_string(&list)
        .with_context(|| format!("{} is not there: run deploy/lexicon/fetch", list.display()))?;
    let sources: Vec<SourceFile> = serde_json::from_str(&list).context("sources.json")?;
    let mut packs = Packs::new();
    for source in &sources {
        let text = fs::read_to_string(from.join(&source.file)).with_context(|| source.file.clone())?;
        match source.kind.as_str() {
            "words" | "hunspell" => spellings(source, &text, &mut packs)?,
            "simplemma" => forms(source, &text, &mut packs)?,
            "wordfreq" => frequencies(source, &text, &mut packs)?,
            "dictd" => glosses(source, &text, &mut packs)?,
            other => bail!("{}: an unknown kind of source, {other}", source.file),
        }
    }
    kinds(&sources, from, &mut packs)?;
    write(&packs, to)?;
    Ok(ExitCode::SUCCESS)
}

fn name_of(source: &SourceFile) -> &str {
    source.file.strip_suffix(".txt").unwrap_or(&source.file)
}

fn spellings(source: &SourceFile, text: &str, packs: &mut Packs) -> Result<()> {
    let mut writer = PackWriter::new(source.facts(PackKind::Spelling, "small letters; flags left out"));
    for word in text.lines().map(key).filter(|word| !word.is_empty()) {
        writer.number(&word, 0);
    }
    packs.insert(format!("spelling-{}.pack", name_of(source)), writer.finish()?);
    Ok(())
}

fn forms(source: &SourceFile, text: &str, packs: &mut Packs) -> Result<()> {
    let mut writer = PackWriter::new(source.facts(PackKind::Forms, "written as an fst"));
    for (form, lemma) in pairs(text) {
        writer.lemma(form, &whole(lemma));
    }
    packs.insert(format!("forms-{}.pack", name_of(source)), writer.finish()?);
    Ok(())
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(form, lemma)| !form.is_empty() && !lemma.is_empty())
}

/// Some lemmas mark the parts of a compound: *kilo_meter*.
fn whole(lemma: &str) -> String {
    lemma.replace('_', "")
}

fn frequencies(source: &SourceFile, text: &str, packs: &mut Packs) -> Result<()> {
    let mut writer =
        PackWriter::new(source.facts(PackKind::Frequency, "Zipf times a hundred, written as an fst"));
    for (form, hundred) in pairs(text) {
        writer.number(&key(form), hundred.parse().with_context(|| format!("the frequency of {form}"))?);
    }
    packs.insert(format!("frequency-{}.pack", name_of(source)), writer.finish()?);
    Ok(())
}

/// An entry of a dictionary in dictd's form, as FreeDict writes it.
#[derive(Debug, Default, PartialEq)]
struct Entry {
    headword: String,
    kind: Option<PartOfSpeech>,
    pronunciations: Vec<String>,
    translations: Vec<String>,
    definitions: Vec<String>,
}

/// `lopen /lˈoːpən/ <v>`, then lines of translations and, from WikDict, of definitions in Dutch.
fn entry(text: &str, has_definitions: bool) -> Option<Entry> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let head = lines.next()?;
    let (head, kind) =
        match head.rsplit_once('<').and_then(|(head, kind)| Some((head, kind.strip_suffix('>')?))) {
            Some((head, kind)) => (head.trim(), kind_of(kind)),
            None => (head, None),
        };
    let (headword, spoken) = match head.split_once(" /") {
        Some((headword, spoken)) => (headword, spoken),
        None => (head, ""),
    };
    let pronunciations =
        spoken.split('/').map(|ipa| ipa.trim().replace('\'', "ˈ")).filter(|ipa| !ipa.is_empty());
    let mut entry = Entry {
        headword: plain(headword),
        kind,
        pronunciations: pronunciations.collect(),
        ..Entry::default()
    };
    let (mut sense, mut translated) = (0, false);
    for line in lines {
        let (number, rest) = numbered(line);
        let is_translation = !has_definitions
            || (number.is_none() && !translated)
            || match number {
                None => true,
                Some(number) => {
                    (sense == 0 && number == 1 && entry.translations.is_empty())
                        || (!translated && number == sense + 1)
                }
            };
        if is_translation {
            sense = number.unwrap_or(sense + 1);
            entry
                .translations
                .extend(rest.split([',', ';']).map(without_marks).filter(|word| !word.is_empty()));
        } else {
            entry.definitions.push(rest.to_owned());
        }
        translated = is_translation;
    }
    (!entry.headword.is_empty() && entry.headword.chars().any(char::is_alphabetic)).then_some(entry)
}

/// `2. rest`.
fn numbered(line: &str) -> (Option<u32>, &str) {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].strip_prefix(". ") {
        Some(rest) if digits > 0 => (line[..digits].parse().ok(), rest),
        _ => (None, line),
    }
}

/// Without the gender of a German noun and the like.
fn without_marks(translation: &str) -> String {
    let mut rest = translation;
    while let Some((before, mark)) = rest.rsplit_once('<')
        && mark.ends_with('>')
    {
        rest = before.trim_end();
    }
    plain(rest)
}

fn plain(text: &str) -> String {
    text.trim().replace('\u{2010}', "-").replace('ĳ', "ij").replace('Ĳ', "IJ")
}

fn kind_of(mark: &str) -> Option<PartOfSpeech> {
    match mark {
        "n" => Some(PartOfSpeech::Noun),
        "v" => Some(PartOfSpeech::Verb),
        "adj" => Some(PartOfSpeech::Adjective),
        "adv" => Some(PartOfSpeech::Adverb),
        "pn" => Some(PartOfSpeech::Name),
        "preposition" | "postposition" => Some(PartOfSpeech::Preposition),
        "interjection" => Some(PartOfSpeech::Interjection),
        "conjunction" => Some(PartOfSpeech::Conjunction),
        "article" => Some(PartOfSpeech::Determiner),
        _ => None,
    }
}

/// Whether a dictionary is one of WikDict's, which define in Dutch and tell kinds.
fn is_wikdict(source: &SourceFile) -> bool {
    source.title.contains("WikDict")
}

fn entries<'t>(source: &SourceFile, text: &'t str) -> impl Iterator<Item = Entry> + 't {
    let has_definitions = is_wikdict(source);
    text.split('\u{1e}').filter_map(move |text| entry(text, has_definitions))
}

fn glosses(source: &SourceFile, text: &str, packs: &mut Packs) -> Result<()> {
    let mut records: BTreeMap<String, String> = BTreeMap::new();
    for entry in entries(source, text) {
        let record = records.entry(entry.headword).or_default();
        writeln!(record, "e\t{}", entry.kind.map_or("", PartOfSpeech::as_str))?;
        for (mark, lines) in
            [("i", &entry.pronunciations), ("t", &entry.translations), ("d", &entry.definitions)]
        {
            for line in lines {
                writeln!(record, "{mark}\t{}", line.replace(['\t', '\n'], " "))?;
            }
        }
    }
    // Only the records of WikDict have pronunciations that are worth showing: the others were made by a program from
    // spelling, in another notation.
    let keep = |line: &&str| is_wikdict(source) || !line.starts_with("i\t");
    let changes = "entries parsed, pronunciations of older dictionaries left out";
    let mut writer = PackWriter::new(source.facts(PackKind::Glosses, changes));
    for (headword, record) in &records {
        let record: Vec<_> = record.lines().filter(keep).collect();
        writer.record(headword, &record.join("\n"));
    }
    let language = source.language.as_deref().unwrap_or("xx");
    packs.insert(format!("glosses-{language}.pack"), writer.finish()?);
    Ok(())
}

/// What kinds of word each headword can be: as WikDict says, and as the forms of simplemma's list show. Two packs, each under
/// the licence of what it was made from.
fn kinds(sources: &[SourceFile], from: &Path, packs: &mut Packs) -> Result<()> {
    let read = |source: &SourceFile| {
        fs::read_to_string(from.join(&source.file)).with_context(|| source.file.clone())
    };
    let dictionaries: Vec<_> =
        sources.iter().filter(|source| source.kind == "dictd" && is_wikdict(source)).collect();
    if let Some(first) = dictionaries.first() {
        let mut facts =
            first.facts(PackKind::Kinds, "headwords and kinds alone, of all dictionaries together");
        facts.language = None;
        facts.title = "FreeDict, from WikDict: kinds of words".to_owned();
        facts.source =
            dictionaries.iter().map(|source| source.source.as_str()).collect::<Vec<_>>().join(", ");
        let mut writer = PackWriter::new(facts);
        for source in &dictionaries {
            for entry in entries(source, &read(source)?) {
                if let Some(kind) = entry.kind.filter(|_| !entry.headword.contains(' ')) {
                    writer.kind(&entry.headword, kind);
                }
            }
        }
        packs.insert("kinds-wikdict.pack".to_owned(), writer.finish()?);
    }
    for source in sources.iter().filter(|source| source.kind == "simplemma") {
        let text = read(source)?;
        let mut by_lemma: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (form, lemma) in pairs(&text) {
            by_lemma.entry(whole(lemma)).or_default().insert(form);
        }
        let rules = Lexicon::own();
        let mut writer =
            PackWriter::new(source.facts(PackKind::Kinds, "kinds of lemmas, told by which forms they have"));
        for (lemma, forms) in by_lemma {
            for kind in kinds_by_forms(&rules, &lemma, &forms) {
                writer.kind(&lemma, kind);
            }
        }
        packs.insert(format!("kinds-{}.pack", name_of(source)), writer.finish()?);
    }
    Ok(())
}

/// A verb has a past or a participle, a noun a plural or a diminutive, an adjective a form in *-e* and a degree.
fn kinds_by_forms(rules: &Lexicon, lemma: &str, forms: &BTreeSet<&str>) -> Vec<PartOfSpeech> {
    let has = |form: &String| form != lemma && forms.contains(form.as_str());
    let mut kinds = Vec::new();
    if lemma.ends_with('n')
        && rules
            .verbs(lemma)
            .iter()
            .any(|verb| verb.past.iter().chain(&verb.participles).any(has) || verb.joined().iter().any(has))
    {
        kinds.push(PartOfSpeech::Verb);
    }
    let adjective = rules.adjective(lemma);
    let degrees = adjective.comparative.iter().chain(&adjective.superlative).any(has);
    let is_adjective =
        adjective.inflected.iter().any(has) && (degrees || !rules.plurals(lemma).forms.iter().any(has));
    if is_adjective {
        kinds.push(PartOfSpeech::Adjective);
    }
    let is_verb = kinds.contains(&PartOfSpeech::Verb);
    if (!is_verb && !is_adjective && rules.plurals(lemma).forms.iter().any(has))
        || rules.diminutives(lemma).forms.iter().any(has)
    {
        kinds.push(PartOfSpeech::Noun);
    }
    kinds
}

/// New files beside the old, renamed over them; packs that are no longer made go.
fn write(packs: &Packs, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let mut credits = String::from(
        "# Credits of the lexicon\n\nMade by `lexicon build`. Each file is the data of others under their licence, apart from the \
         program and from each other.\n\n| file | data | licence | made from | changed |\n|---|---|---|---|---|\n",
    );
    let mut all = 0;
    for (name, bytes) in packs {
        let pack = Pack::from_bytes(bytes.as_slice())?;
        let facts = pack.facts();
        writeln!(
            credits,
            "| `{name}` | {} | {} | {} | {} |",
            facts.title, facts.licence, facts.source, facts.changes
        )?;
        let scratch = to.join(format!("{name}.new"));
        fs::write(&scratch, bytes).with_context(|| scratch.display().to_string())?;
        fs::rename(&scratch, to.join(name)).with_context(|| name.clone())?;
        writeln!(stdout(), "  ok   {name}: {} words, {} KiB", pack.len(), bytes.len() / 1024)?;
        all += bytes.len();
    }
    for old in fs::read_dir(to)? {
        let old = old?.path();
        let name = old.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.ends_with(".pack") && !packs.contains_key(&name) {
            fs::remove_file(&old)?;
        }
    }
    fs::write(to.join("CREDITS.md"), credits)?;
    writeln!(stdout(), "{} packs, {} KiB, in {}", packs.len(), all / 1024, to.display())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_wikdict_has_translations_and_definitions() {
        let text = "lopen /lˈoːpən/ <v>\n1. caminar, andar\n1. stappen, gaan\n2. correr\n2. rennen";
        let entry = entry(text, true).unwrap();
        assert_eq!(entry.kind, Some(PartOfSpeech::Verb));
        assert_eq!(entry.pronunciations, ["lˈoːpən"]);
        assert_eq!(entry.translations, ["caminar", "andar", "correr"]);
        assert_eq!(entry.definitions, ["stappen, gaan", "rennen"]);
    }

    #[test]
    fn several_pronunciations_and_one_sense() {
        let entry =
            entry("huis //hœːs// //ɦœʏ̯s// <n>\nдом\n1. een gebouw bestemd om in te wonen", true).unwrap();
        assert_eq!(entry.pronunciations, ["hœːs", "ɦœʏ̯s"]);
        assert_eq!((entry.translations.len(), entry.definitions.len()), (1, 1));
    }

    #[test]
    fn an_entry_of_an_older_dictionary_has_translations_alone() {
        let entry = entry("Achter‐Indië /ˈɑxtər/\n1. Indochine <n>\n2. Hinterindien", false).unwrap();
        assert_eq!(entry.headword, "Achter-Indië");
        assert_eq!(entry.translations, ["Indochine", "Hinterindien"]);
        assert_eq!(entry.definitions, Vec::<String>::new());
    }

    #[test]
    fn what_is_no_entry_is_left_out() {
        assert_eq!(entry("", true), None);
        assert_eq!(entry("  \n 1.", true), None);
    }

    #[test]
    fn kinds_follow_from_forms() {
        let rules = Lexicon::own();
        for (lemma, forms, expected) in [
            ("werken", vec!["werkte", "gewerkt"], vec![PartOfSpeech::Verb]),
            ("kast", vec!["kasten", "kastje"], vec![PartOfSpeech::Noun]),
            ("mooi", vec!["mooie", "mooier"], vec![PartOfSpeech::Adjective]),
            ("xyz", vec!["xyz"], vec![]),
        ] {
            assert_eq!(kinds_by_forms(&rules, lemma, &forms.into_iter().collect()), expected, "{lemma}");
        }
    }
}
