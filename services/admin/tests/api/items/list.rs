use crate::support::{World, id, topic_body};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

fn titles(page: &Value) -> Vec<&str> {
    page["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|item| item["title"].as_str().expect("a title"))
        .collect()
}

async fn kitchen() -> World {
    let world = World::new().await;
    let topic = world.topic(1).await;
    for (number, lemma) in [(2, "kaas"), (3, "brood"), (4, "melk")] {
        world.word(number, &topic, lemma).await;
    }
    let mut other = topic_body("drinken");
    other["topic"]["title"]["nl"] = json!("Drinken");
    let _made = world.put(&format!("/items/{}", id(5)), &other).await.expect(201);
    let _submitted = world.step(&id(2), 10, "submit").await.expect(201);
    world
}

#[tokio::test]
async fn items_are_listed_by_title_and_filtered() {
    let world = kitchen().await;
    let cases = [
        (String::new(), vec!["Drinken", "Eten", "brood", "kaas", "melk"]),
        ("?kind=topic".into(), vec!["Drinken", "Eten"]),
        ("?status=review".into(), vec!["kaas"]),
        (format!("?topicId={}", id(1)), vec!["Eten", "brood", "kaas", "melk"]),
        (format!("?topicId={}&kind=word&status=draft", id(1)), vec!["brood", "melk"]),
        (format!("?topicId={}", id(99)), vec![]),
    ];
    for (query, expected) in cases {
        assert_eq!(
            titles(&world.get(&format!("/items{query}")).await.expect(200).json()),
            expected,
            "{query}"
        );
    }
}

#[tokio::test]
async fn an_item_in_a_list_says_where_it_stands() {
    let world = kitchen().await;
    let page = world.get("/items?status=review").await;
    assert_json_snapshot!(page, @r#"
    {
      "body": {
        "items": [
          {
            "itemId": "0195a000-0000-7000-8000-000000000002",
            "kind": "word",
            "level": "A1",
            "live": false,
            "status": "review",
            "title": "kaas",
            "topicId": "0195a000-0000-7000-8000-000000000001",
            "updatedAt": "2025-03-03T09:00:00.000Z",
            "version": 0
          }
        ]
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn pages_follow_each_other_to_the_end() {
    let world = kitchen().await;
    let mut seen = Vec::new();
    let mut query = "?limit=2".to_owned();
    for _ in 0..3 {
        let page = world.get(&format!("/items{query}")).await.expect(200).json();
        seen.extend(titles(&page).into_iter().map(str::to_owned));
        query = format!("?limit=2&cursor={}", page["nextCursor"].as_str().unwrap_or_default());
    }
    assert_eq!(seen, ["Drinken", "Eten", "brood", "kaas", "melk"]);
    assert_eq!(query, "?limit=2&cursor=");
}

#[tokio::test]
async fn a_cursor_leads_on_in_its_own_list_alone() {
    let world = kitchen().await;
    let page = world.get("/items?limit=2").await.expect(200).json();
    let cursor = page["nextCursor"].as_str().expect("a cursor");

    for query in [format!("?kind=word&cursor={cursor}"), format!("?cursor=x{cursor}")] {
        let refused = world.get(&format!("/items{query}")).await.expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], "query:cursor");
    }
}

#[tokio::test]
async fn a_filter_that_means_nothing_is_refused() {
    let world = World::new().await;
    for query in [
        "?kind=video",
        "?status=lost",
        "?topicId=eten",
        "?limit=0",
        "?limit=201",
        "?colour=red",
        "?kind=word&kind=topic",
    ] {
        let _refused = world.get(&format!("/items{query}")).await.expect(422);
    }
}
