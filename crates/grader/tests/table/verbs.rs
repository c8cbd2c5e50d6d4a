//! Forms of verbs: past, participle, auxiliary, separable.

use crate::ask::*;

const LOPEN: &V = &V(["lopen", "liep", "liepen", "gelopen"], HAS_OR_IS, "");
const GAAN: &V = &V(["gaan", "ging", "gingen", "gegaan"], IS, "");
const WERKEN: &V = &V(["werken", "werkte", "werkten", "gewerkt"], HAS, "");
const WONEN: &V = &V(["wonen", "woonde", "woonden", "gewoond"], HAS, "");
const ANTWOORDEN: &V = &V(["antwoorden", "antwoordde", "antwoordden", "geantwoord"], HAS, "");
const PRATEN: &V = &V(["praten", "praatte", "praatten", "gepraat"], HAS, "");
const HUREN: &V = &V(["huren", "huurde", "huurden", "gehuurd"], HAS, "");
const DRINKEN: &V = &V(["drinken", "dronk", "dronken", "gedronken"], HAS, "");
const SCHRIJVEN: &V = &V(["schrijven", "schreef", "schreven", "geschreven"], HAS, "");
const VERKOPEN: &V = &V(["verkopen", "verkocht", "verkochten", "verkocht"], HAS, "");
const BRENGEN: &V = &V(["brengen", "bracht", "brachten", "gebracht"], HAS, "");
const ETEN: &V = &V(["eten", "at", "aten", "gegeten"], HAS, "");
const BLIJVEN: &V = &V(["blijven", "bleef", "bleven", "gebleven"], IS, "");
const BEGINNEN: &V = &V(["beginnen", "begon", "begonnen", "begonnen"], IS, "");
const ZIEN: &V = &V(["zien", "zag", "zagen", "gezien"], HAS, "");
const WETEN: &V = &V(["weten", "wist", "wisten", "geweten"], HAS, "");
const VERGETEN: &V = &V(["vergeten", "vergat", "vergaten", "vergeten"], HAS_OR_IS, "");
const OPBELLEN: &V = &V(["opbellen", "belde op", "belden op", "opgebeld"], HAS, "op");
const OPSTAAN: &V = &V(["opstaan", "stond op", "stonden op", "opgestaan"], IS, "op");
const MEENEMEN: &V = &V(["meenemen", "nam mee", "namen mee", "meegenomen"], HAS, "mee");
const ZICH_VERGISSEN: &V = &V(["zich vergissen", "vergiste zich", "vergisten zich", "zich vergist"], HAS, "");

/// Asked, given, told.
pub const CASES: &[Case] = &[
    // The past
    (Past(LOPEN), "liep", "good"),
    (Past(LOPEN), "liep, liepen", "good"),
    (Past(OPBELLEN), "belde op", "good"),
    (Past(LOPEN), "[loopte]", "again past liep"),
    (Past(LOPEN), "[lopte]", "again past liep"),
    (Past(LOPEN), "[loopte], [loopten]", "again past liep|past liepen"),
    (Past(LOPEN), "[loop]", "again past liep"),
    (Past(LOPEN), "[liepen]", "again past liep"),
    (Past(LOPEN), "[gelopen]", "again past liep"),
    (Past(GAAN), "[gaade]", "again past ging"),
    (Past(GAAN), "[gegaan]", "again past ging"),
    (Past(DRINKEN), "[drinkte]", "again past dronk"),
    (Past(DRINKEN), "[drank]", "again past dronk"),
    (Past(SCHRIJVEN), "[schrijfte]", "again past schreef"),
    (Past(SCHRIJVEN), "[schrief]", "again past schreef"),
    (Past(SCHRIJVEN), "[schref]", "again vowel-doubling schreef"),
    (Past(ETEN), "[eette]", "again past at"),
    (Past(BRENGEN), "[brengde]", "again past bracht"),
    (Past(BRENGEN), "[brachte]", "again past bracht"),
    (Past(WETEN), "[weette]", "again past wist"),
    (Past(WERKEN), "[werkt]", "again past werkte"),
    (Past(WERKEN), "[werkde]", "again dt werkte"),
    (Past(WONEN), "[woonte]", "again dt woonde"),
    (Past(ANTWOORDEN), "[antwoorde]", "again dt antwoordde"),
    (Past(PRATEN), "[praate]", "again dt praatte"),
    (Past(HUREN), "[huurte]", "again dt huurde"),
    (Past(ZIEN), "[keek]", "again wrong zag (zagen)"),
    (WithVerb(LOPEN, "Gisteren liep ik naar huis"), "Gisteren [loop] ik naar huis", "again past liep"),
    (WithVerb(LOPEN, "Ik loop naar huis"), "Ik [liep] naar huis", "again past loop"),
    (WithVerb(GAAN, "Hij ging naar school"), "Hij [gaat] naar school", "again past ging"),
    (VerbGap("Gisteren", WERKEN, "werkte", "ik thuis."), "[werk]", "again past werkte"),
    (VerbGap("Ik", DRINKEN, "dronk", "koffie."), "[drinkde]", "again past dronk"),
    // With *zich*
    (WithVerb(ZICH_VERGISSEN, "vergiste (zich)"), "vergiste zich", "good"),
    (WithVerb(ZICH_VERGISSEN, "vergiste (zich)"), "[vergis] zich", "again past vergiste"),
    (WithVerb(ZICH_VERGISSEN, "(zich) vergist"), "zich [gevergist]", "again participle vergist"),
    // The participle
    (Participle(LOPEN), "gelopen", "good"),
    (Participle(LOPEN), "[geloopt]", "again participle gelopen"),
    (Participle(LOPEN), "[gelopt]", "again participle gelopen"),
    (Participle(LOPEN), "[lopen]", "again participle gelopen"),
    (Participle(LOPEN), "[liep]", "again participle gelopen"),
    (Participle(DRINKEN), "[gedrinkt]", "again participle gedronken"),
    (Participle(DRINKEN), "[gedronkt]", "again participle gedronken"),
    (Participle(DRINKEN), "[gedrinken]", "again participle gedronken"),
    (Participle(SCHRIJVEN), "[geschrijft]", "again participle geschreven"),
    (Participle(SCHRIJVEN), "[geschriven]", "again participle geschreven"),
    (Participle(SCHRIJVEN), "[geschrevven]", "again consonant-doubling geschreven"),
    (Participle(VERKOPEN), "[geverkocht]", "again participle verkocht"),
    (Participle(VERKOPEN), "[verkoopt]", "again participle verkocht"),
    (Participle(BEGINNEN), "[gebegonnen]", "again participle begonnen"),
    (Participle(BRENGEN), "[gebrengd]", "again participle gebracht"),
    (Participle(ZIEN), "[gezeen]", "again participle gezien"),
    (Participle(ETEN), "[geeten]", "again participle gegeten"),
    (Participle(VERGETEN), "[geverget]", "again participle vergeten"),
    (Participle(OPBELLEN), "[geopbeld]", "again participle opgebeld"),
    (Participle(OPBELLEN), "[opbeld]", "again participle opgebeld"),
    (Participle(OPBELLEN), "[opgebelt]", "again dt opgebeld"),
    (Participle(MEENEMEN), "[gemeenomen]", "again participle meegenomen"),
    (Participle(MEENEMEN), "[meegenemen]", "again participle meegenomen"),
    (Participle(WERKEN), "[gewerkd]", "again dt gewerkt"),
    (Participle(WERKEN), "[gewerken]", "again participle gewerkt"),
    (Participle(GAAN), "[gekomen]", "again wrong gegaan"),
    (
        WithVerb(VERKOPEN, "Hij heeft zijn huis verkocht"),
        "Hij heeft zijn huis [verkoopt]",
        "again participle verkocht",
    ),
    // The participle of a verb that is not known
    (Dutch("Ik heb gisteren gelopen"), "Ik heb gisteren [geloopt]", "again participle gelopen"),
    (Dutch("Wij hebben koffie gedronken"), "Wij hebben koffie [gedrinkt]", "again participle gedronken"),
    (Dutch("Ik heb hem gezien"), "Ik heb hem [zien]", "again participle gezien"),
    (Gap("Wij hebben brood", "gegeten", "."), "[geget]", "again participle gegeten"),
    // The auxiliary
    (Perfect(LOPEN), "heeft gelopen", "good"),
    (Perfect(LOPEN), "is gelopen", "good"),
    (Perfect(GAAN), "[heeft] gegaan", "again auxiliary is"),
    (Perfect(BLIJVEN), "[heeft] gebleven", "again auxiliary is"),
    (Perfect(BEGINNEN), "[heeft] begonnen", "again auxiliary is"),
    (Perfect(OPSTAAN), "[heeft] opgestaan", "again auxiliary is"),
    (Perfect(WERKEN), "[is] gewerkt", "again auxiliary heeft"),
    (Perfect(WERKEN), "heeft [gewerkd]", "again dt gewerkt"),
    (Perfect(GAAN), "[heeft] [gegaat]", "again participle gegaan|auxiliary is"),
    (Perfect(BLIJVEN), "is [geblijven]", "again participle gebleven"),
    (Perfect(OPSTAAN), "is [geopstaan]", "again participle opgestaan"),
    (Perfect(GAAN), "[]gegaan", "again missing-word is"),
    (Dutch("Ik ben naar huis gegaan"), "Ik [heb] naar huis gegaan", "again auxiliary ben"),
    (Dutch("Wij zijn in Parijs geweest"), "Wij [hebben] in Parijs geweest", "again auxiliary zijn"),
    (Dutch("Ik heb hard gewerkt"), "Ik [ben] hard gewerkt", "again auxiliary heb"),
    (Dutch("De brief wordt geschreven"), "De brief [is] geschreven", "again auxiliary wordt"),
    (Gap("Zij", "is", "gisteren aangekomen."), "[heeft]", "again auxiliary is"),
    // No perfect: *I am hungry*
    (Dutch("Ik heb honger"), "Ik [ben] honger", "again wrong heb"),
    (Dutch("Hij is moe"), "Hij [heeft] moe", "again wrong is"),
    // Separable verbs: the particle joined
    (Dutch("Ik bel je op"), "Ik [opbel] je", "again separable bel … op"),
    (Dutch("Hij staat om zeven uur op"), "Hij [opstaat] om zeven uur", "again separable staat … op"),
    (Dutch("Doe de deur dicht"), "[Dichtdoe] de deur", "again separable Doe … dicht"),
    (Dutch("Kom je mee?"), "[Meekom] je?", "again separable Kom … mee"),
    (Dutch("Ik neem een boek mee"), "Ik [meeneem] een boek", "again separable neem … mee"),
    (Dutch("Hij nodigt ons uit"), "Hij [uitnodigt] ons", "again separable nodigt … uit"),
    (Dutch("De trein komt om tien uur aan"), "De trein [aankomt] om tien uur", "again separable komt … aan"),
    (Dutch("Hij belde op"), "Hij [opbelde]", "again separable belde op"),
    (Dutch("Hij belt haar op"), "Hij [opbel] haar", "again dt belt … op|separable belt … op"),
    (Past(OPBELLEN), "[opbelde]", "again separable belde op"),
    (Past(OPBELLEN), "[belte] op", "again dt belde"),
    (Dutch("Ik probeer hem op te bellen"), "Ik probeer hem te [opbellen]", "again separable op … bellen"),
    (Gap("Ik", "bel", "je morgen op."), "[opbel]", "again separable bel"),
    // Written apart
    (WithVerb(OPSTAAN, "opstaan"), "[op staan]", "again separable opstaan"),
    (Dutch("meenemen"), "[mee nemen]", "again separable meenemen"),
    (Dutch("Ik weet dat hij opbelt"), "Ik weet dat hij [op belt]", "again separable opbelt"),
    (Dutch("Ik weet dat hij me opbelt"), "Ik weet dat hij me [belt op]", "again separable opbelt"),
    (Participle(MEENEMEN), "[mee genomen]", "again separable meegenomen"),
    (Participle(OPBELLEN), "[gebeld]", "again separable opgebeld"),
    // Misplaced
    (Dutch("Ik bel je op"), "Ik bel [op je]", "again separable je op"),
    (Dutch("Ik bel je morgen op"), "Ik bel [op je morgen]", "again separable je morgen op"),
    (Dutch("Hij staat om zeven uur op"), "Hij staat [op om zeven uur]", "again separable om zeven uur op"),
    (Dutch("Ik ruim mijn kamer op"), "Ik ruim [op mijn kamer]", "again separable mijn kamer op"),
    // A particle that is missing, a preposition that is none
    (Dutch("Ik sta om zeven uur op"), "Ik sta om zeven uur[]", "again missing-word op"),
    (Dutch("Ik ga op maandag naar school"), "Ik ga [maandag op] naar school", "again word-order op maandag"),
    (Dutch("Waar wacht je op?"), "[Op waar wacht je]?", "again word-order Waar wacht je op"),
];
