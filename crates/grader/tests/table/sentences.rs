//! Sentences: inversion, order, words apart and together, words that are missing.

use crate::ask::*;

/// Asked, given, told.
pub const CASES: &[Case] = &[
    // The verb comes before its subject when something else comes first
    (Dutch("Morgen ga ik naar huis"), "Morgen [ik ga] naar huis", "again inversion ga ik"),
    (Dutch("Gisteren heb ik gewerkt"), "Gisteren [ik heb] gewerkt", "again inversion heb ik"),
    (Dutch("Nu woont hij in Utrecht"), "Nu [hij woont] in Utrecht", "again inversion woont hij"),
    (Dutch("Daarom leer ik Nederlands"), "Daarom [ik leer] Nederlands", "again inversion leer ik"),
    (
        Dutch("In Nederland drinken wij veel koffie"),
        "In Nederland [wij drinken] veel koffie",
        "again inversion drinken wij",
    ),
    (Dutch("Dan gaan we eten"), "Dan [we gaan] eten", "again inversion gaan we"),
    (Dutch("Misschien komt hij later"), "Misschien [hij komt] later", "again inversion komt hij"),
    (Dutch("'s Avonds kijk ik tv"), "'s Avonds [ik kijk] tv", "again inversion kijk ik"),
    (Dutch("Toen belde hij me op"), "Toen [hij belde] me op", "again inversion belde hij"),
    (Dutch("Als het regent, blijf ik thuis"), "Als het regent, [ik blijf] thuis", "again inversion blijf ik"),
    (
        Dutch("Op maandag werkt mijn moeder"),
        "Op maandag [mijn moeder werkt]",
        "again inversion werkt mijn moeder",
    ),
    (Dutch("Soms kookt mijn vader"), "Soms [mijn vader kookt]", "again inversion kookt mijn vader"),
    (Dutch("Om acht uur begint de les"), "Om acht uur [de les begint]", "again inversion begint de les"),
    (
        Dutch("Volgende week gaat Anna naar Parijs"),
        "Volgende week [Anna gaat] naar Parijs",
        "again inversion gaat Anna",
    ),
    (
        Dutch("Als ik ziek ben, kookt mijn zus"),
        "Als ik ziek ben, [mijn zus kookt]",
        "again inversion kookt mijn zus",
    ),
    (Dutch("Morgen ga ik naar huis"), "Morgen [ik ga] naar [school]", "again inversion ga ik|wrong huis"),
    (Gap("Morgen", "ga ik", "naar huis."), "[ik ga]", "again inversion ga ik"),
    // In questions
    (Dutch("Hoe heet je?"), "Hoe [je heet]?", "again inversion heet je"),
    (Dutch("Waar woon je?"), "Waar [je [woont]]?", "again dt woon|inversion woon je"),
    (Dutch("Heb je een fiets?"), "[Je [hebt]] een fiets?", "again dt Heb|inversion Heb je"),
    (Dutch("Kom jij morgen?"), "[Jij [komt]] morgen?", "again dt Kom|inversion Kom jij"),
    (Dutch("Heeft je broer een auto?"), "[Je broer heeft] een auto?", "again inversion Heeft je broer"),
    (Dutch("Wanneer begint de film?"), "Wanneer [de film begint]?", "again inversion begint de film"),
    // Where it should not
    (Dutch("Ik denk dat hij komt"), "Ik denk dat [komt hij]", "again inversion hij komt"),
    (Dutch("Ik weet niet waar hij woont"), "Ik weet niet waar [woont hij]", "again inversion hij woont"),
    (Dutch("Zij zegt dat ze komt"), "Zij zegt dat [komt ze]", "again inversion ze komt"),
    (Dutch("Ik ga naar huis"), "[Ga ik] naar huis", "again inversion Ik ga"),
    (
        Dutch("Mijn broer gaat naar school"),
        "[Gaat mijn broer] naar school",
        "again word-order Mijn broer gaat",
    ),
    // The verb at the end, as in Turkish; not at the end, as in English, Russian and Arabic
    (Dutch("Ik eet brood"), "Ik [brood eet]", "again word-order eet brood"),
    (Dutch("Hij leest een boek"), "Hij [een boek leest]", "again word-order leest een boek"),
    (Dutch("Anna leest het boek"), "Anna [het boek leest]", "again word-order leest het boek"),
    (Dutch("Ik wil een huis kopen"), "Ik wil [kopen een huis]", "again word-order een huis kopen"),
    (
        Dutch("Ik heb gisteren een film gezien"),
        "Ik heb [gezien gisteren een film]",
        "again word-order gisteren een film gezien",
    ),
    (
        Dutch("Ik blijf thuis omdat ik ziek ben"),
        "Ik blijf thuis omdat ik [ben ziek]",
        "again word-order ziek ben",
    ),
    (Dutch("Hij kan goed zwemmen"), "Hij kan [zwemmen goed]", "again word-order goed zwemmen"),
    // Other words
    (
        Dutch("Ik heb het boek niet gelezen"),
        "Ik heb [niet het boek] gelezen",
        "again word-order het boek niet",
    ),
    (Dutch("Ik ga morgen naar school"), "Ik ga [naar school morgen]", "again word-order morgen naar school"),
    (Dutch("Ik ben altijd moe"), "Ik [altijd ben] moe", "again word-order ben altijd"),
    (Dutch("de rode auto"), "de [auto rode]", "again word-order rode auto"),
    (Dutch("een mooi huis"), "een [huis mooi]", "again word-order mooi huis"),
    (Dutch("Ik werk graag"), "Ik [graag werk]", "again word-order werk graag"),
    (Dutch("heel veel mensen"), "[veel heel] mensen", "again word-order heel veel"),
    (
        Dutch("Ik ga morgen met de trein naar Amsterdam"),
        "Ik ga [naar Amsterdam morgen met de trein]",
        "again word-order morgen met de trein naar Amsterdam",
    ),
    // Written apart, as in English
    (Dutch("ziekenhuis"), "[zieken huis]", "again compound ziekenhuis"),
    (Noun(HET, "ziekenhuis"), "het [zieken huis]", "again compound ziekenhuis"),
    (Noun(DE, "slaapkamer"), "de [slaap kamer]", "again compound slaapkamer"),
    (Noun(DE, "slaapkamer"), "[het] [slaap kamer]", "again article de|compound slaapkamer"),
    (Noun(DE, "slaapkamer"), "de [slap kamer]", "again vowel-doubling slaapkamer|compound slaapkamer"),
    (Noun(DE, "uitgang"), "de [uit gang]", "again compound uitgang"),
    (Dutch("voetbalwedstrijd"), "[voetbal wedstrijd]", "again compound voetbalwedstrijd"),
    (Dutch("tandarts"), "[tand arts]", "again compound tandarts"),
    (Dutch("maandagochtend"), "[maandag ochtend]", "again compound maandagochtend"),
    (Dutch("driehonderd"), "[drie honderd]", "again compound driehonderd"),
    (Dutch("alsjeblieft"), "[als je blieft]", "again compound alsjeblieft"),
    (Dutch("overmorgen"), "[over morgen]", "again compound overmorgen"),
    (Dutch("achternaam"), "[achter naam]", "again compound achternaam"),
    (Dutch("zee-egel"), "[zee egel]", "again compound zee-egel"),
    (Dutch("Ik koop een keukentafel"), "Ik koop een [keuken tafel]", "again compound keukentafel"),
    // Written together
    (Dutch("tot ziens"), "[totziens]", "again compound tot ziens"),
    (Dutch("te veel"), "[teveel]", "again compound te veel"),
    (Dutch("Ik heb te veel gegeten"), "Ik heb [teveel] gegeten", "again compound te veel"),
    // Missing: the copula of Russian and Arabic, prepositions of Turkish, *er*, *zich*
    (Dutch("Hij is leraar"), "Hij []leraar", "again missing-word is"),
    (Dutch("Ik ben student"), "Ik []student", "again missing-word ben"),
    (Dutch("Ik ga naar school"), "Ik ga []school", "again missing-word naar"),
    (Dutch("Ik hou van jou"), "Ik hou []jou", "again missing-word van"),
    (Dutch("Ik luister naar muziek"), "Ik luister []muziek", "again missing-word naar"),
    (Dutch("Er is een probleem"), "[]is een probleem", "again missing-word Er"),
    (Dutch("Hij wast zich"), "Hij wast[]", "again missing-word zich"),
    (Dutch("Ik heb geen auto"), "Ik heb []auto", "again missing-word geen"),
    (
        Dutch("Ik ga naar huis"),
        "[ik][]",
        "again capital Ik|missing-word ga|missing-word naar|missing-word huis",
    ),
    // Too much, and others
    (Dutch("Ik bel mijn moeder"), "Ik bel [naar] mijn moeder", "again extra-word"),
    (Dutch("Ik heb geen auto"), "Ik heb [niet] auto", "again wrong geen"),
    (Dutch("Ik woon hier al drie jaar"), "Ik woon hier [voor] drie jaar", "again wrong al"),
    (Dutch("Ik ben op school"), "Ik ben [in] school", "again wrong op"),
    (Dutch("Ik denk dat hij komt"), "Ik denk [dass] hij komt", "again wrong dat"),
    (Dutch("jij en ik"), "jij [und] ik", "again wrong en"),
    // Persons
    (Dutch("Wij werken hier"), "Wij [werk] hier", "again wrong werken"),
    (Dutch("Hij werkt hier"), "Hij [werken] hier", "again wrong werkt"),
    (Dutch("Hij heeft honger"), "Hij [hebt] honger", "again wrong heeft"),
    // Several at once
    (
        Dutch("Morgen gaat mijn broer naar het ziekenhuis"),
        "Morgen [mijn broer gaat] naar [de] [zieken huis]",
        "again article het|inversion gaat mijn broer|compound ziekenhuis",
    ),
    (
        Dutch("Ik heb gisteren twee boeken gekocht"),
        "[ik] heb gisteren twee [boken] [gekochd]",
        "again dt gekocht|capital Ik|typo boeken",
    ),
    (
        Dutch("Mijn vriendin woont in België"),
        "Mijn [vrienden] [woon] in [belgie]",
        "again dt woont|diacritic België|capital België|typo vriendin",
    ),
    (
        Dutch("Wij hebben een grote tuin"),
        "Wij [heben] []grote tuin",
        "again article een|consonant-doubling hebben",
    ),
];
