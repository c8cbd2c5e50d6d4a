//! *De*, *het* and *een*: Russian, Turkish and Arabic have none or one, German has three.

use crate::ask::*;

/// Asked, given, told.
pub const CASES: &[Case] = &[
    // Articles
    (Noun(DE, "fiets"), "[het] fiets", "hard article de"),
    (Noun(HET, "huis"), "[de] huis", "hard article het"),
    (Noun(HET, "huis"), "[De] huis", "hard article het"),
    (Noun(DE, "fiets"), "[een] fiets", "hard article de"),
    (Noun(DE, "fiets"), "[]fiets", "hard article de"),
    (Noun(DE, "fiets"), " []fiets", "hard article de"),
    (Noun(BOTH, "soort"), "[]soort", "hard article de"),
    (Noun(NONE, "Nederland"), "[het] Nederland", "hard article"),
    (Noun(DE, "rode kool"), "[het] rode kool", "hard article de"),
    (Dutch("de fiets"), "[het] fiets", "hard article de"),
    (Dutch("de fiets"), "[]fiets", "hard article de"),
    (Noun(HET, "meisje"), "[de] [mesije]", "hard article het|typo meisje"),
    (Noun(DE, "Nederlander"), "[het] [nederlander]", "hard article de|capital Nederlander"),
    (Noun(DE, "fiets"), "[het huis]", "again wrong de fiets"),
    (Noun(DE, "fiets"), "[de auto]", "again wrong de fiets"),
    (Noun(DE, "rode kool"), "het rode [huis]", "again wrong kool"),
    (Noun(DE, "fiets"), "[de]", "again wrong de fiets"),
    (Dutch("Het regent vandaag hier"), "[De] regent vandaag hier", "again wrong Het"),
    (Dutch("ik heb het gezien"), "ik heb []gezien", "again missing-word het"),
    // In a sentence
    (Dutch("Ik zie de man"), "Ik zie [het] man", "hard article de"),
    (Dutch("Ik zie de man"), "Ik zie []man", "hard article de"),
    (Dutch("Ik koop een boek"), "Ik koop []boek", "hard article een"),
    (Dutch("Ik koop een boek"), "Ik koop [de] boek", "hard article een"),
    (Dutch("Het meisje speelt buiten"), "[De] meisje speelt buiten", "hard article Het"),
    (Dutch("Het meisje speelt buiten"), "[]meisje speelt buiten", "hard article Het"),
    (Dutch("Het kind eet de appel"), "[De] kind eet [het] appel", "hard article Het|article de"),
    (Dutch("Het kind eet de appel"), "[]kind eet []appel", "hard article Het|article de"),
    (Dutch("Wat is het probleem?"), "Wat is [de] probleem?", "hard article het"),
    (Dutch("Ik lees het nieuwe boek"), "Ik lees [de] nieuwe boek", "hard article het"),
    (Dutch("Hij zit op de bank"), "Hij zit op [een] bank", "hard article de"),
    (Dutch("De zon schijnt"), "[]zon schijnt", "hard article De"),
    (Dutch("Ik ben leraar"), "Ik ben [een] leraar", "hard article"),
    (Dutch("Hij woont in Nederland"), "Hij woont in [het] Nederland", "hard article"),
    (Dutch("Ik drink koffie"), "Ik drink [de] koffie", "hard article"),
    (Dutch("Ik ga naar huis"), "Ik ga naar [het] huis", "hard article"),
    (Dutch("Ik zie de hond"), "Ik zie het [paard]", "again wrong hond"),
    (Dutch("Ik zie de grote hond"), "Ik zie het grote [paard]", "again wrong hond"),
    // *Het* that is a pronoun
    (Dutch("Het is koud"), "[De] is koud", "again wrong Het"),
    (Dutch("Het is koud"), "[]is koud", "again missing-word Het"),
    (Dutch("Het regent"), "[]regent", "again missing-word Het"),
    (Dutch("Ik vind het leuk"), "Ik vind []leuk", "again missing-word het"),
    (Dutch("Ik weet het niet"), "Ik weet []niet", "again missing-word het"),
    (Dutch("Hoe laat is het?"), "Hoe laat is [de]?", "again wrong het"),
    // Nothing but the article is asked
    (Dutch("het"), "[de]", "again article het"),
    (Dutch("de"), "[een]", "again article de"),
    (Dutch("de/het"), "het", "good"),
    (Gap("Ik lees", "het", "boek."), "het", "good"),
    (Gap("Ik lees", "het", "boek."), "[de]", "again article het"),
    (Gap("", "De", "fiets is nieuw."), "[Het]", "again article De"),
    (Gap("Waar is", "de", "uitgang?"), "[uit]", "again wrong de"),
    // Not an article
    (Dutch("deze man"), "[dit] man", "again wrong deze"),
    (Dutch("dat huis"), "[die] huis", "again wrong dat"),
];
