//! The forms of a verb.

use crate::{
    Auxiliary, Source,
    spelling::{
        closed, is_vowel, opened_and_voiced, syllables, takes_t, with_ge, without_first, without_last,
    },
    tables::{StrongVerb, Tables},
};
use serde::Serialize;

/// The forms of one verb, as a student learns them.
///
/// Of a separable verb the finite forms are those of a main clause, with the particle behind: *neem mee*. [`Self::joined`]
/// gives those of a subordinate clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verb {
    /// *meenemen*.
    pub infinitive: String,
    /// *mee*, when the verb is separable.
    pub particle: Option<String>,
    /// For ik, jij, hij and wij.
    pub present: [String; 4],
    /// Singular of the simple past, the more usual first; none of *zullen* in the perfect, and so on.
    pub past: Vec<String>,
    /// Plural of the simple past.
    pub pasts: Vec<String>,
    /// Past participle.
    pub participles: Vec<String>,
    /// *meenemend*.
    pub present_participle: String,
    /// What the perfect tense takes; both where the meaning decides.
    pub auxiliaries: Vec<Auxiliary>,
    /// Whether the auxiliary stands in a list; otherwise it is the usual one, *hebben*.
    pub auxiliary_is_listed: bool,
    /// A list of ours, or a rule: what a rule made is `generated` until an editor confirms it.
    pub source: Source,
}

impl Verb {
    /// The finite forms as a subordinate clause has them: *meeneem, meeneemt, meenemen, meenam, meenamen*; without a particle
    /// the same as in a main clause.
    pub fn joined(&self) -> Vec<String> {
        let finite = self.present.iter().chain(&self.past).chain(&self.pasts);
        match &self.particle {
            None => finite.cloned().collect(),
            Some(particle) => finite
                .map(|form| form.strip_suffix(particle.as_str()).map_or(form.as_str(), str::trim_end))
                .map(|form| format!("{particle}{form}"))
                .collect(),
        }
    }

    /// *te lopen*, *mee te nemen*.
    pub fn with_te(&self) -> String {
        match &self.particle {
            None => format!("te {}", self.infinitive),
            Some(particle) => {
                format!(
                    "{particle} te {}",
                    without_first(&self.infinitive, particle.chars().count()).trim_start_matches('-')
                )
            }
        }
    }
}

/// Prefixes that are never split and take no *ge-*.
const PREFIXES: [&str; 6] = ["be", "ge", "er", "her", "ont", "ver"];

/// Verbs that only look as if they had one of [`PREFIXES`]: *gegeseld, gebezigd*.
const NO_PREFIX: [&str; 17] = [
    "bedelen",
    "bekken",
    "beteren",
    "bezemen",
    "bezigen",
    "beitelen",
    "ergeren",
    "geeuwen",
    "generaliseren",
    "genereren",
    "generen",
    "geselen",
    "gesticuleren",
    "herbergen",
    "verbaliseren",
    "verifiëren",
    "versen",
];

/// Strong and irregular verbs after which no other verb with a prefix goes: *ontmoeten* is not *moeten*, nor *verschrikken*
/// *schrikken*.
const ALONE: [&str; 21] = [
    "dunken",
    "durven",
    "hebben",
    "heten",
    "hijsen",
    "hoeven",
    "kunnen",
    "moeten",
    "mogen",
    "plegen",
    "scheren",
    "schrikken",
    "stijven",
    "waaien",
    "weten",
    "wezen",
    "willen",
    "worden",
    "zeiken",
    "zijn",
    "zullen",
];

/// What has no *ge-* though it may be separable as another verb, when it stands in `inseparable.tsv`.
const WEAK_PREFIXES: [&str; 9] = ["aan", "achter", "door", "mis", "om", "onder", "over", "vol", "voor"];

/// The prefix of an inseparable verb, and the verb in it.
pub(crate) fn prefix_of(infinitive: &str) -> Option<(&'static str, &str)> {
    if NO_PREFIX.contains(&infinitive) {
        return None;
    }
    PREFIXES.into_iter().find_map(|prefix| {
        let rest = infinitive.strip_prefix(prefix)?;
        let mut letters = rest.chars();
        let (first, second) = (letters.next()?, letters.next()?);
        // *geu-, bei-, bee-* are one vowel, not a prefix before another; *ll-, dd-* open no syllable.
        let parted = match first {
            'u' | 'e' | 'i' => !prefix.ends_with('e') || (first == 'u' && second == 'i'),
            _ => first != second || is_vowel(first),
        };
        let base = without_last(rest, 2);
        (parted && opens_a_syllable(rest) && syllables(base) > 0).then_some((prefix, rest))
    })
}

/// Whether a word may begin so: *lopen, strijden*, and not *rmen*.
fn opens_a_syllable(word: &str) -> bool {
    let onset: String = word.chars().take_while(|letter| !is_vowel(*letter)).collect();
    matches!(onset.chars().count(), 0 | 1)
        || matches!(
            onset.as_str(),
            "bl" | "br"
                | "ch"
                | "cl"
                | "cr"
                | "dr"
                | "dw"
                | "fl"
                | "fr"
                | "gl"
                | "gn"
                | "gr"
                | "kl"
                | "kn"
                | "kr"
                | "kw"
                | "pl"
                | "pr"
                | "ps"
                | "qu"
                | "sc"
                | "sch"
                | "schr"
                | "sf"
                | "sj"
                | "sk"
                | "sl"
                | "sm"
                | "sn"
                | "sp"
                | "spl"
                | "spr"
                | "st"
                | "str"
                | "th"
                | "tj"
                | "tr"
                | "tw"
                | "vl"
                | "vr"
                | "wr"
                | "zw"
                | "kj"
                | "sw"
                | "wh"
        )
}

/// The bare verb before particle and auxiliary are added.
struct Forms {
    /// ik, jij, hij, wij.
    present: [String; 4],
    past: Vec<String>,
    pasts: Vec<String>,
    participles: Vec<String>,
    source: Source,
}

impl Tables {
    /// Every verb with this infinitive: *voorkomen* is two. Empty when it is no infinitive at all.
    pub(crate) fn conjugate(&self, infinitive: &str) -> Vec<Verb> {
        let mut verbs = Vec::new();
        for strong in self.strong.get(infinitive).into_iter().flatten() {
            let alone = strong
                .particle
                .map_or(infinitive, |particle| infinitive.strip_prefix(particle).unwrap_or(infinitive));
            let mut forms = strong_forms(strong, alone);
            forms.participles = owned(&strong.participles);
            verbs.push(finished(infinitive, strong.particle, forms, Some(&strong.auxiliaries)));
        }
        if let Some(separable) = self.separable.get(infinitive)
            && !verbs.iter().any(|verb| verb.particle.is_some())
        {
            verbs.extend(self.with_particle(infinitive, separable.particle, Some(&separable.auxiliaries)));
        }
        if verbs.is_empty()
            || (self.inseparable.contains_key(infinitive) && verbs.iter().all(|verb| verb.particle.is_some()))
        {
            verbs.extend(self.plain(infinitive));
        }
        verbs
    }

    /// A separable verb, from the verb in it.
    pub(crate) fn with_particle(
        &self,
        infinitive: &str,
        particle: &str,
        auxiliaries: Option<&[Auxiliary]>,
    ) -> Option<Verb> {
        let alone = infinitive.strip_prefix(particle)?;
        // *mee-eten*: the hyphen keeps two vowels apart, and goes where they are not together.
        let alone = alone.strip_prefix('-').unwrap_or(alone);
        let inner = self.conjugate(alone).into_iter().find(|verb| verb.particle.is_none())?;
        let forms = Forms {
            present: inner.present,
            past: inner.past,
            pasts: inner.pasts,
            participles: inner
                .participles
                .iter()
                .map(|participle| format!("{particle}{participle}"))
                .collect(),
            source: inner.source,
        };
        let both = inner.auxiliary_is_listed.then_some(inner.auxiliaries);
        Some(finished(infinitive, Some(particle), forms, auxiliaries.or(both.as_deref())))
    }

    /// A verb without a particle that is in no list of strong verbs.
    fn plain(&self, infinitive: &str) -> Option<Verb> {
        let listed = self.inseparable.get(infinitive).or_else(|| self.auxiliaries.get(infinitive));
        let (forms, auxiliaries) = self
            .irregular_weak(infinitive)
            .map(|forms| (forms, listed.cloned()))
            .or_else(|| self.derived(infinitive, listed))
            .or_else(|| Some((self.weak_forms(infinitive)?, listed.cloned())))?;
        Some(finished(infinitive, None, forms, auxiliaries.as_deref()))
    }

    fn irregular_weak(&self, infinitive: &str) -> Option<Forms> {
        let weak = self.weak.get(infinitive)?;
        let hij = || weak.hij.clone().into_owned();
        Some(Forms {
            present: [weak.stem.to_owned(), hij(), hij(), infinitive.to_owned()],
            past: owned(&weak.past),
            pasts: owned(&weak.pasts),
            participles: owned(&weak.participles),
            source: Source::List,
        })
    }

    /// *verlopen* as *lopen*: a strong verb with a prefix that is in no list itself.
    fn derived(
        &self,
        infinitive: &str,
        listed: Option<&Vec<Auxiliary>>,
    ) -> Option<(Forms, Option<Vec<Auxiliary>>)> {
        let weak_prefix = || {
            self.inseparable.get(infinitive)?;
            WEAK_PREFIXES.into_iter().find_map(|prefix| Some((prefix, infinitive.strip_prefix(prefix)?)))
        };
        let (prefix, rest) = prefix_of(infinitive).or_else(weak_prefix)?;
        if ALONE.contains(&rest) {
            return None;
        }
        let strong = self.strong.get(rest)?.iter().find(|verb| verb.particle.is_none())?;
        let mut forms = strong_forms(strong, rest);
        let put = |form: &String| format!("{prefix}{form}");
        forms.participles = strong
            .participles
            .iter()
            .map(|participle| participle.strip_prefix("ge").unwrap_or(participle))
            .map(|rest| format!("{prefix}{rest}"))
            .collect();
        forms.present = forms.present.each_ref().map(put);
        forms.past = forms.past.iter().map(put).collect();
        forms.pasts = forms.pasts.iter().map(put).collect();
        forms.source = Source::Rule;
        Some((forms, listed.cloned()))
    }

    fn weak_forms(&self, infinitive: &str) -> Option<Forms> {
        let base = infinitive.strip_suffix("en").or_else(|| infinitive.strip_suffix("ën"))?;
        if base.chars().count() < 2 || syllables(base) == 0 || base.contains(char::is_whitespace) {
            return None;
        }
        let stem = self.stem(infinitive, base);
        let t = takes_t(base);
        let past = format!("{stem}{}", if t { "te" } else { "de" });
        let tail = if t { 't' } else { 'd' };
        let closed = if stem.ends_with(tail) { stem.clone() } else { format!("{stem}{tail}") };
        let participle = if self.has_no_ge(infinitive) { closed } else { with_ge(&closed) };
        let hij = if stem.ends_with('t') { stem.clone() } else { format!("{stem}t") };
        Some(Forms {
            present: [stem, hij.clone(), hij, infinitive.to_owned()],
            pasts: vec![format!("{past}n")],
            past: vec![past],
            participles: vec![participle],
            source: Source::Rule,
        })
    }

    /// The form for ik: *loop, bel, leef, luister, studeer, teken*.
    fn stem(&self, infinitive: &str, base: &str) -> String {
        let variants = closed(base);
        let [first, rest @ ..] = variants.as_slice() else { return base.to_owned() };
        let Some(second) = rest.first() else { return first.clone() };
        let has_er = base.ends_with("er");
        let inner = prefix_of(infinitive).map_or(infinitive, |(_, rest)| rest);
        let inner_base = without_last(inner, 2);
        let unstressed = if has_er {
            self.unstressed.contains(infinitive) || self.unstressed.contains(inner)
        } else {
            ["el", "em", "en"].iter().any(|ending| base.ends_with(ending)) && syllables(inner_base) > 1
        };
        // Of the two, the one with the single vowel is the unstressed one.
        let (single, double) = if first.len() < second.len() { (first, second) } else { (second, first) };
        if unstressed { single.clone() } else { double.clone() }
    }

    fn has_no_ge(&self, infinitive: &str) -> bool {
        prefix_of(infinitive).is_some()
            || (self.inseparable.contains_key(infinitive)
                && (WEAK_PREFIXES.iter().any(|prefix| infinitive.starts_with(prefix))
                    || infinitive.starts_with("weer")))
    }
}

fn owned(forms: &[&str]) -> Vec<String> {
    forms.iter().map(|form| (*form).to_owned()).collect()
}

/// The finite forms of a strong verb. `alone` is its infinitive without a particle.
fn strong_forms(strong: &StrongVerb, alone: &str) -> Forms {
    let present = match strong.present.as_deref() {
        Some([ik, jij, hij, wij, ..]) => [ik, jij, hij, wij].map(|form| (*form).to_owned()),
        _ => regular_present(alone),
    };
    Forms {
        present,
        past: owned(&strong.past),
        pasts: owned(&strong.pasts),
        participles: owned(&strong.participles),
        source: Source::List,
    }
}

/// Of a verb in *-en*, and of *gaan, staan, slaan, zien, doen*; *komen* alone keeps its vowel short.
fn regular_present(infinitive: &str) -> [String; 4] {
    let short = infinitive.strip_suffix("komen").map(|start| format!("{start}kom"));
    let stem = match short {
        Some(short) => short,
        None => stem_of_strong(infinitive),
    };
    let hij = match infinitive.strip_suffix("aan") {
        Some(start) => format!("{start}aat"),
        None if stem.ends_with('t') => stem.clone(),
        None => format!("{stem}t"),
    };
    [stem, hij.clone(), hij, infinitive.to_owned()]
}

fn stem_of_strong(infinitive: &str) -> String {
    match infinitive.strip_suffix("en") {
        Some(base) if syllables(base) > 0 && !infinitive.ends_with("oen") && !infinitive.ends_with("ien") => {
            closed(base).swap_remove(0)
        }
        _ => match infinitive.strip_suffix("aan") {
            Some(start) => format!("{start}a"),
            None => without_last(infinitive, 1).to_owned(),
        },
    }
}

fn finished(
    infinitive: &str,
    particle: Option<&str>,
    forms: Forms,
    auxiliaries: Option<&[Auxiliary]>,
) -> Verb {
    let behind = |form: &str| match particle {
        Some(particle) => format!("{form} {particle}"),
        None => form.to_owned(),
    };
    Verb {
        infinitive: infinitive.to_owned(),
        particle: particle.map(str::to_owned),
        present: forms.present.each_ref().map(|form| behind(form)),
        past: forms.past.iter().map(|form| behind(form)).collect(),
        pasts: forms.pasts.iter().map(|form| behind(form)).collect(),
        participles: forms.participles,
        present_participle: format!("{infinitive}d"),
        auxiliaries: auxiliaries.map_or_else(|| vec![Auxiliary::Hebben], <[_]>::to_vec),
        auxiliary_is_listed: auxiliaries.is_some(),
        source: forms.source,
    }
}

/// The opposite of [`Tables::stem`]: infinitives that a stem may come from, most usual first.
pub(crate) fn infinitives_of(stem: &str) -> Vec<String> {
    let voiced = format!("{}en", opened_and_voiced(stem));
    let plain = format!("{}en", crate::spelling::opened(stem));
    let mut all = vec![voiced];
    if !all.contains(&plain) {
        all.push(plain);
    }
    // *kopieer* to *kopiëren*.
    if let Some(start) = stem.strip_suffix("ieer") {
        all.push(format!("{start}iëren"));
    }
    // *luister*: opened it stays; *tafel*, with stress, would double.
    let bare = format!("{stem}en");
    let [consonant, vowel, before] = crate::spelling::last(stem);
    // *retireeren* is no spelling.
    let is_long = !is_vowel(consonant) && is_vowel(vowel) && vowel == before;
    if !is_long && !all.contains(&bare) {
        all.push(bare);
    }
    // *beken* to *bekennen*: its stress is on the last syllable, as *teken* has it on the first.
    if let Some(doubled) = stem.chars().next_back().map(|last| format!("{stem}{last}en"))
        && crate::spelling::closed(stem).len() == 2
        && prefix_of(&doubled).is_some()
        && !all.contains(&doubled)
    {
        all.push(doubled);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(infinitive: &str) -> String {
        let tables = Tables::shared();
        let told: Vec<_> = tables
            .conjugate(infinitive)
            .iter()
            .map(|verb| {
                format!(
                    "{} {} {} {}",
                    verb.present[0],
                    verb.present[2],
                    verb.past.join("/"),
                    verb.participles.join("/")
                )
            })
            .collect();
        told.join("; ")
    }

    #[test]
    fn weak_verbs_follow_the_rules() {
        for (infinitive, expected) in [
            ("werken", "werk werkt werkte gewerkt"),
            ("leven", "leef leeft leefde geleefd"),
            ("reizen", "reis reist reisde gereisd"),
            ("bellen", "bel belt belde gebeld"),
            ("praten", "praat praat praatte gepraat"),
            ("redden", "red redt redde gered"),
            ("luisteren", "luister luistert luisterde geluisterd"),
            ("studeren", "studeer studeert studeerde gestudeerd"),
            ("leren", "leer leert leerde geleerd"),
            ("tekenen", "teken tekent tekende getekend"),
            ("betekenen", "beteken betekent betekende betekend"),
            ("verdelen", "verdeel verdeelt verdeelde verdeeld"),
            ("wandelen", "wandel wandelt wandelde gewandeld"),
            ("spelen", "speel speelt speelde gespeeld"),
            ("verhuizen", "verhuis verhuist verhuisde verhuisd"),
            ("ontmoeten", "ontmoet ontmoet ontmoette ontmoet"),
            ("gebruiken", "gebruik gebruikt gebruikte gebruikt"),
            ("herinneren", "herinner herinnert herinnerde herinnerd"),
            ("eindigen", "eindig eindigt eindigde geëindigd"),
            ("antwoorden", "antwoord antwoordt antwoordde geantwoord"),
            ("draaien", "draai draait draaide gedraaid"),
            ("duwen", "duw duwt duwde geduwd"),
            ("lachen", "lach lacht lachte gelachen"),
            ("kopiëren", "kopieer kopieert kopieerde gekopieerd"),
            ("bellen", "bel belt belde gebeld"),
            ("geven", "geef geeft gaf gegeven"),
            ("erven", "erf erft erfde geërfd"),
            ("verven", "verf verft verfde geverfd"),
            ("overtuigen", "overtuig overtuigt overtuigde overtuigd"),
            ("uiten", "uit uit uitte geuit"),
            ("mailen", "mail mailt mailde gemaild"),
            ("downloaden", "download downloadt downloadde gedownload"),
            ("faxen", "fax faxt faxte gefaxt"),
            ("proberen", "probeer probeert probeerde geprobeerd"),
            ("handhaven", "handhaaf handhaaft handhaafde gehandhaafd"),
            ("waarschuwen", "waarschuw waarschuwt waarschuwde gewaarschuwd"),
            ("ademen", "adem ademt ademde geademd"),
            ("tapen", "tape tapet tapete getapet"),
            ("tweeten", "tweet tweet tweette getweet"),
            ("sms'en", "sms sms't sms'te ge-sms't"),
        ] {
            assert_eq!(forms(infinitive), expected);
        }
    }

    #[test]
    fn strong_verbs_and_those_with_a_prefix_have_the_forms_of_the_list() {
        for (infinitive, expected) in [
            ("lopen", "loop loopt liep gelopen"),
            ("zijn", "ben is was geweest"),
            ("gaan", "ga gaat ging gegaan"),
            ("zien", "zie ziet zag gezien"),
            ("doen", "doe doet deed gedaan"),
            ("komen", "kom komt kwam gekomen"),
            ("vinden", "vind vindt vond gevonden"),
            ("begrijpen", "begrijp begrijpt begreep begrepen"),
            ("verzinnen", "verzin verzint verzon verzonnen"),
            ("bewonderen", "bewonder bewondert bewonderde bewonderd"),
            ("herkrijgen", "herkrijg herkrijgt herkreeg herkregen"),
            ("ontzwemmen", "ontzwem ontzwemt ontzwom ontzwommen"),
        ] {
            assert_eq!(forms(infinitive), expected);
        }
    }

    #[test]
    fn separable_verbs_have_the_particle_behind() {
        assert_eq!(forms("meenemen"), "neem mee neemt mee nam mee meegenomen");
        assert_eq!(forms("opbellen"), "bel op belt op belde op opgebeld");
        assert_eq!(forms("uitnodigen"), "nodig uit nodigt uit nodigde uit uitgenodigd");
        assert_eq!(
            forms("voorkomen"),
            "voorkom voorkomt voorkwam voorkomen; kom voor komt voor kwam voor voorgekomen"
        );
        let verb = Tables::shared().conjugate("meenemen").remove(0);
        assert_eq!(verb.with_te(), "mee te nemen");
        assert_eq!(verb.joined(), ["meeneem", "meeneemt", "meeneemt", "meenemen", "meenam", "meenamen"]);
        assert_eq!(verb.present_participle, "meenemend");
    }

    #[test]
    fn what_is_no_infinitive_has_no_forms() {
        for word in ["", "n", "en", "ën", "huis", "-en", "\u{301}en", "🙂en", "te lopen"] {
            assert!(Tables::shared().conjugate(word).is_empty(), "{word}");
        }
    }
}
