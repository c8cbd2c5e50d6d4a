use crate::support::World;

#[tokio::test]
async fn the_lobby_reads_the_products_and_may_keep_them() {
    let world = World::new().await;
    let get = || world.internal.get("/internal/v1/profile/products").as_service("lobby");

    let answer = get().send().await;

    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "items": [
          {
            "id": "thematic-cards",
            "roles": [
              "student"
            ],
            "title": {
              "en": "Thematic cards",
              "nl": "Thematische kaarten",
              "ru": "Тематические карточки"
            }
          },
          {
            "id": "learning-cards",
            "roles": [
              "student"
            ],
            "title": {
              "en": "My words",
              "nl": "Mijn woorden",
              "ru": "Мои слова"
            }
          },
          {
            "id": "progress",
            "roles": [
              "teacher"
            ],
            "title": {
              "en": "Students’ progress",
              "nl": "Voortgang van leerlingen",
              "ru": "Успеваемость учеников"
            }
          },
          {
            "id": "content",
            "roles": [
              "educational-admin"
            ],
            "title": {
              "en": "Content",
              "nl": "Lesmateriaal",
              "ru": "Учебные материалы"
            }
          },
          {
            "id": "people",
            "roles": [
              "educational-admin",
              "technical-admin"
            ],
            "title": {
              "en": "People",
              "nl": "Gebruikers",
              "ru": "Пользователи"
            }
          }
        ]
      },
      "status": 200
    }
    "#);
    assert_eq!(answer.header("cache-control"), Some("private, max-age=60"));
    let tag = answer.header("etag").expect("an ETag").to_owned();
    let known = get().header("if-none-match", &tag).send().await.expect(304);
    assert!(known.bytes().is_empty());
    get().header("if-none-match", "\"another\"").send().await.expect(200);
}

#[tokio::test]
async fn anybody_reads_the_keys_and_services_the_same() {
    let world = World::new().await;
    let answer = world.api.get("/api/v2/profile/jwks.json").without("x-client-version").send().await;
    assert_eq!(answer.header("cache-control"), Some("public, max-age=60"));
    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "keys": [
          {
            "alg": "EdDSA",
            "crv": "Ed25519",
            "kid": "--6IM5l0OosLj9yWskISYhUA3n_3CURQkmrYMSha_ck",
            "kty": "OKP",
            "use": "sig",
            "x": "6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw"
          }
        ]
      },
      "status": 200
    }
    "#);
    let internal = world.internal.get("/internal/v1/profile/jwks.json").as_service("reader").send().await;
    assert_eq!(internal.expect(200).json(), answer.json());
}
