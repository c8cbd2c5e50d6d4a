//! Plurals, and singulars that are plurals.

use crate::ask::*;

const KIND: &N = &N(HET, "kind", &["kinderen"]);
const BOEK: &N = &N(HET, "boek", &["boeken"]);
const HUIS: &N = &N(HET, "huis", &["huizen"]);
const STAD: &N = &N(DE, "stad", &["steden"]);
const EI: &N = &N(HET, "ei", &["eieren"]);
const BABY: &N = &N(DE, "baby", &["baby's"]);
const FOTO: &N = &N(DE, "foto", &["foto's"]);
const AUTO: &N = &N(DE, "auto", &["auto's"]);
const TAFEL: &N = &N(DE, "tafel", &["tafels"]);
const BROOD: &N = &N(HET, "brood", &["broden"]);
const BRIEF: &N = &N(DE, "brief", &["brieven"]);
const SCHIP: &N = &N(HET, "schip", &["schepen"]);
const KOE: &N = &N(DE, "koe", &["koeien"]);
const MUSEUM: &N = &N(HET, "museum", &["musea", "museums"]);
const LERAAR: &N = &N(DE, "leraar", &["leraren", "leraars"]);
const MAN: &N = &N(DE, "man", &["mannen"]);
const APPEL: &N = &N(DE, "appel", &["appels"]);
const DAG: &N = &N(DE, "dag", &["dagen"]);

/// Asked, given, told.
pub const CASES: &[Case] = &[
    (Plural(KIND), "kinderen", "good"),
    (Plural(KIND), "de kinderen", "good"),
    (Plural(LERAAR), "leraars", "good"),
    (Plural(LERAAR), "de leraren", "good"),
    (Plural(MUSEUM), "museums", "good"),
    // As English makes it
    (Plural(KIND), "[kinds]", "again plural kinderen"),
    (Plural(BOEK), "[boeks]", "again plural boeken"),
    (Plural(BROOD), "[broods]", "again plural broden"),
    (Plural(MAN), "[mans]", "again plural mannen"),
    (Plural(BRIEF), "[briefs]", "again plural brieven"),
    (Plural(HUIS), "[huises]", "again plural huizen"),
    (Plural(BABY), "[babies]", "again plural baby's"),
    (Plural(SCHIP), "[schips]", "again plural schepen"),
    // Another ending of Dutch or German
    (Plural(KIND), "[kinden]", "again plural kinderen"),
    (Plural(KIND), "[kinder]", "again plural kinderen"),
    (Plural(TAFEL), "[tafelen]", "again plural tafels"),
    (Plural(EI), "[eien]", "again plural eieren"),
    (Plural(EI), "[eis]", "again plural eieren"),
    (Plural(MUSEUM), "[museumen]", "again plural musea"),
    // The stem changes
    (Plural(STAD), "[stads]", "again plural steden"),
    (Plural(STAD), "[stadden]", "again plural steden"),
    (Plural(SCHIP), "[schippen]", "again plural schepen"),
    (Plural(HUIS), "[huisen]", "again plural huizen"),
    (Plural(BRIEF), "[briefen]", "again plural brieven"),
    (Plural(KOE), "[koes]", "again plural koeien"),
    (Plural(KOE), "[koeen]", "again plural koeien"),
    // The apostrophe
    (Plural(FOTO), "[fotos]", "again plural foto's"),
    (Plural(AUTO), "[autos]", "again plural auto's"),
    (Plural(BABY), "[babys]", "again plural baby's"),
    // Spelling comes first
    (Plural(BROOD), "[brooden]", "again vowel-doubling broden"),
    (Plural(LERAAR), "[leraaren]", "again vowel-doubling leraren"),
    (Plural(MAN), "[manen]", "again consonant-doubling mannen"),
    (Plural(DAG), "[daggen]", "again consonant-doubling dagen"),
    // The article of a plural
    (Plural(KIND), "[het] kinderen", "hard article de"),
    (Plural(BOEK), "[het] [boeks]", "again article de|plural boeken"),
    // The singular stays, as in Turkish after a number
    (Plural(KIND), "[kind]", "again plural kinderen"),
    (WithNoun(APPEL, "Ik eet twee appels"), "Ik eet twee [appel]", "again plural appels"),
    (WithNoun(KIND, "Ik heb drie kinderen"), "Ik heb drie [kind]", "again plural kinderen"),
    (WithNoun(KIND, "Ik heb drie kinderen"), "Ik heb drie [kinds]", "again plural kinderen"),
    (WithNoun(APPEL, "Ik eet twee appels"), "Ik eet twee [appelen]", "again plural appels"),
    // A plural for the singular
    (Singular(BOEK), "het boek", "good"),
    (Singular(BOEK), "het [boeken]", "again plural boek"),
    (Singular(KIND), "[de] [kinderen]", "again article het|plural kind"),
    (Singular(BOEK), "[de] boek", "hard article het"),
    // In a sentence it is no verb, which takes a t
    (NounGap("Ik eet graag", APPEL, "appel", "met kaas."), "[appelt]", "hard typo appel"),
    (NounGap("Zij hebben drie", KIND, "kinderen", "."), "[kinds]", "again plural kinderen"),
    // Another word
    (Plural(KIND), "[mensen]", "again wrong (de) kinderen"),
    (Plural(HUIS), "[woningen]", "again wrong (de) huizen"),
    // Nothing is known of the word
    (Dutch("kinderen"), "[kinds]", "again wrong kinderen"),
    (Dutch("tafels"), "[tafelen]", "again wrong tafels"),
];
