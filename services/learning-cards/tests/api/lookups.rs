//! Words are looked up by any of their forms.

use crate::support::World;
use lexicon::{Facts, Lexicon, PackKind, PackWriter};
use serde_json::{Value, json};
use testing::Caller;

async fn first(world: &World, student: &Caller, query: &str) -> Value {
    let found = world.get(student, &format!("/lookups?{query}")).await.expect(200).json();
    found["candidates"][0].clone()
}

fn pack(kind: PackKind, language: Option<&str>, write: impl FnOnce(&mut PackWriter)) -> Vec<u8> {
    let facts = Facts {
        kind,
        language: language.map(str::to_owned),
        title: "a test".to_owned(),
        licence: "CC0-1.0".to_owned(),
        source: "none".to_owned(),
        changes: "none".to_owned(),
    };
    let mut writer = PackWriter::new(facts);
    write(&mut writer);
    writer.finish().expect("a pack")
}

fn with_packs() -> Lexicon {
    let folder = tempfile::tempdir().expect("a folder");
    let packs = [
        (
            "ru",
            pack(PackKind::Glosses, Some("ru"), |pack| {
                pack.record("lopen", "i\tˈloːpə(n)\ne\tverb\nt\tидти\nt\tходить\n");
            }),
        ),
        (
            "en",
            pack(PackKind::Glosses, Some("en"), |pack| {
                pack.record("lopen", "e\tverb\nt\twalk\n");
                pack.record("huis", "e\tnoun\nt\thouse\nd\teen gebouw\n");
            }),
        ),
        (
            "frequency",
            pack(PackKind::Frequency, None, |pack| {
                pack.number("lopen", 520);
                pack.number("liep", 510);
            }),
        ),
    ];
    for (name, bytes) in packs {
        std::fs::write(folder.path().join(format!("{name}.pack")), bytes).expect("a file");
    }
    Lexicon::open(folder.path()).expect("packs")
}

#[tokio::test]
async fn a_form_is_looked_up_without_packs() {
    let world = World::new().await;
    let student = Caller::student();
    let liep = first(&world, &student, "form=liep").await;
    assert_eq!((&liep["headword"], &liep["form"]), (&json!("lopen"), &json!("finite")));
    let verb = &liep["entry"]["verb"];
    assert_eq!((&verb["pastSingular"], &verb["participle"]), (&json!("liep"), &json!("gelopen")));
    assert_eq!(
        (&liep["meanings"], liep.get("frequency"), &liep["generated"]),
        (&json!([]), None, &json!(false))
    );

    let child = first(&world, &student, "form=kinderen").await;
    assert_eq!((&child["headword"], &child["form"]), (&json!("het kind"), &json!("plural")));
    assert_eq!(child["entry"]["noun"], json!({ "articles": ["het"], "plural": "kinderen" }));
    let certainty = child["article"]["certainty"].as_f64().expect("a number");
    assert!(certainty > 0.9 && child["article"]["source"] == "list", "{child}");
}

#[tokio::test]
async fn an_article_says_how_sure_it_is() {
    let world = World::new().await;
    let student = Caller::student();
    let sure = first(&world, &student, "form=vrijheid").await;
    let guessed = first(&world, &student, "form=blarps").await;
    assert_eq!(sure["article"]["articles"], json!(["de"]));
    let certainty = |one: &Value| one["article"]["certainty"].as_f64();
    assert!(certainty(&sure) > certainty(&guessed), "{sure} {guessed}");
}

#[tokio::test]
async fn parts_of_a_split_verb_are_one_word() {
    let world = World::new().await;
    let found = first(&world, &Caller::student(), "form=belt%20op").await;
    assert_eq!((&found["headword"], &found["entry"]["verb"]["particle"]), (&json!("opbellen"), &json!("op")));
}

#[tokio::test]
async fn an_article_or_zich_before_a_form_is_not_looked_up() {
    for world in [World::new().await, World::new().await.with_lexicon(with_packs())] {
        let student = Caller::student();
        for (form, headword) in [
            ("het%20huis", "het huis"),
            ("Het%20%20huis", "het huis"),
            ("de%20huizen", "het huis"),
            ("de%20auto", "de auto"),
            ("het", "het"),
            ("zich", "zich"),
        ] {
            assert_eq!(
                first(&world, &student, &format!("form={form}")).await["headword"],
                headword,
                "{form}"
            );
        }
        let wash = first(&world, &student, "form=zich%20wassen").await;
        assert_eq!((&wash["headword"], &wash["entry"]["lemma"]), (&json!("zich wassen"), &json!("wassen")));
        assert_eq!(wash["entry"]["verb"]["reflexive"], true);
    }
}

#[tokio::test]
async fn packs_give_meanings_in_the_language_of_the_student() {
    let world = World::new().await.with_lexicon(with_packs());
    let student = Caller::student();
    let russian = first(&world, &student, "form=liep&language=ru").await;
    assert_eq!(russian["entry"]["glosses"], json!({ "ru": "идти; ходить" }));
    assert_eq!(
        (&russian["entry"]["ipa"], &russian["pronunciations"]),
        (&json!("ˈloːpə(n)"), &json!(["ˈloːpə(n)"]))
    );
    assert!(russian["frequency"].as_f64() > Some(5.0) && russian["level"]["level"] == "A1", "{russian}");
    let as_set = first(&world, &student, "form=liep").await;
    assert_eq!(as_set["meanings"], json!([{ "language": "en", "translations": ["walk"] }]));
    let lacking = first(&world, &student, "form=huizen&language=ru").await;
    assert_eq!(lacking["meanings"][0]["definitions"], json!(["een gebouw"]));
}

#[tokio::test]
async fn what_is_looked_up_can_be_added_as_it_is_and_is_then_told() {
    let world = World::new().await.with_lexicon(with_packs());
    let student = Caller::student();
    let found = first(&world, &student, "form=liep").await;
    let id = crate::support::word_id(&student, "lopen");
    world.put(&student, &format!("/words/{id}"), &found["entry"]).await.expect(201);
    let again = first(&world, &student, "form=gelopen").await;
    assert_eq!(again["own"], json!([{ "wordId": id, "headword": "lopen", "stage": "waiting" }]));
    assert_eq!(first(&world, &Caller::student(), "form=gelopen").await["own"], json!([]));
}

#[tokio::test]
async fn any_text_is_answered_or_refused() {
    let world = World::new().await;
    let student = Caller::student();
    for (form, status) in [
        ("", 422),
        ("%20", 422),
        ("%F0%9F%8D%9E", 200),
        ("%E2%80%8B", 200),
        ("%D7%A9%D7%9C%D7%95%D7%9D", 200),
        ("a%07b", 422),
        ("%FF", 400),
    ] {
        world.get(&student, &format!("/lookups?form={form}")).await.expect(status);
    }
    world.get(&student, &format!("/lookups?form={}", "a".repeat(65))).await.expect(422);
    world.get(&student, &format!("/lookups?form={}", "a".repeat(64))).await.expect(200);
    world.get(&student, "/lookups?form=liep&language=english").await.expect(422);
}
