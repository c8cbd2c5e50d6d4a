//! On the S3 server of the test stack.

use blob::{BlobError, BlobKey, BlobStore, Condition, Content, NewObject, Presigned, S3Config, S3Store};
use boot::{Random, ReadableFile, SecretFile, SystemRandom};
use bytes::Bytes;
use futures::stream;
use reqwest::{Client, Response, StatusCode};

const MIB: u64 = 1024 * 1024;

async fn store() -> S3Store {
    S3Store::connect(&testing::stack::section::<S3Config>()).await.expect("a client")
}

/// A name that no other test, in this run or another, has.
fn key(name: &str) -> BlobKey {
    BlobKey::parse(format!("{}/{name}", folder())).expect("a key")
}

fn folder() -> String {
    let random: &dyn Random = &SystemRandom;
    format!("blob-tests/{:032x}", u128::from_le_bytes(random.array()))
}

fn text(content: &'static str) -> NewObject {
    NewObject::new("text/plain", content)
}

async fn read(store: &S3Store, key: &BlobKey) -> Bytes {
    store.get(key, MIB).await.expect("an object").content.bytes().await.expect("its bytes")
}

async fn send(presigned: &Presigned, body: &'static str) -> Response {
    let config = testing::stack::section::<S3Config>();
    let client: Client = boot::http_client(config.ca_file.as_deref()).expect("a client");
    let mut request = client.request(presigned.method.parse().expect("a method"), &presigned.url);
    for (name, value) in presigned.headers.iter().filter(|(name, _)| name != "content-length") {
        request = request.header(name, value);
    }
    request.body(body).send().await.expect("the server answers")
}

#[tokio::test]
async fn what_was_put_is_read_with_its_type_until_it_is_deleted() {
    let (store, key) = (store().await, key("a.txt"));

    let put = store.put(&key, text("goedemorgen"), Condition::Always).await.expect("stored");
    let object = store.get(&key, MIB).await.expect("an object");

    assert_eq!((object.content_type.as_str(), object.length, &object.etag), ("text/plain", 11, &put));
    assert_eq!(object.content.bytes().await.expect("its bytes"), "goedemorgen");
    store.delete(&key).await.expect("deleted");
    store.delete(&key).await.expect("deleted again");
    assert!(matches!(store.get(&key, MIB).await, Err(BlobError::Absent(absent)) if absent == key));
}

#[tokio::test]
async fn of_two_that_write_if_absent_one_wins() {
    let (store, key) = (store().await, key("once"));

    let (one, other) = tokio::join!(
        store.put(&key, text("one"), Condition::IfAbsent),
        store.put(&key, text("other"), Condition::IfAbsent),
    );

    let winner = match (one, other) {
        (Ok(_), Err(BlobError::Conflict(_))) => "one",
        (Err(BlobError::Conflict(_)), Ok(_)) => "other",
        both => panic!("{both:?}"),
    };
    assert_eq!(read(&store, &key).await, winner);
}

#[tokio::test]
async fn what_changed_since_it_was_read_is_not_replaced() {
    let (store, key) = (store().await, key("versions"));
    let first = store.put(&key, text("first"), Condition::Always).await.expect("stored");
    let second =
        store.put(&key, text("second"), Condition::IfUnchanged(first.clone())).await.expect("unchanged");

    let late = store.put(&key, text("late"), Condition::IfUnchanged(first)).await;
    assert!(matches!(late, Err(BlobError::Conflict(_))), "{late:?}");
    assert_eq!(read(&store, &key).await, "second");

    store.delete(&key).await.expect("deleted");
    let gone = store.put(&key, text("late"), Condition::IfUnchanged(second)).await;
    assert!(matches!(gone, Err(BlobError::Conflict(_))), "{gone:?}");
}

#[tokio::test]
async fn a_stream_is_stored_and_read_as_it_arrives() {
    let (store, key) = (store().await, key("stream"));
    let chunk = Bytes::from(vec![7; 64 * 1024]);
    let chunks = stream::iter(vec![chunk; 64].into_iter().map(Ok));

    let content = Content::of_stream(4 * MIB, chunks);
    let object = NewObject { content_type: "video/mp4".to_owned(), content };
    store.put(&key, object, Condition::Always).await.expect("stored");

    let object = store.get(&key, 4 * MIB).await.expect("an object");
    let bytes = object.content.bytes().await.expect("its bytes");
    assert_eq!(bytes.len() as u64, 4 * MIB);
    assert!(bytes.iter().all(|byte| *byte == 7));
}

#[tokio::test]
async fn a_stream_of_another_length_than_said_stores_nothing() {
    let (store, key) = (store().await, key("liar"));
    for length in [3, 5] {
        let chunks = stream::iter([Ok(Bytes::from_static(b"four"))]);
        let object =
            NewObject { content_type: "text/plain".to_owned(), content: Content::of_stream(length, chunks) };

        let refused = store.put(&key, object, Condition::Always).await;

        assert!(matches!(refused, Err(BlobError::WrongLength(_))), "{refused:?}");
        assert!(matches!(store.get(&key, MIB).await, Err(BlobError::Absent(_))));
    }
}

#[tokio::test]
async fn an_object_above_the_limit_is_not_read() {
    let (store, key) = (store().await, key("large"));
    store.put(&key, text("12345"), Condition::Always).await.expect("stored");

    assert!(matches!(store.get(&key, 4).await, Err(BlobError::TooLarge { largest: 4, .. })));
    assert!(store.get(&key, 5).await.is_ok());
}

#[tokio::test]
async fn a_presigned_get_reads_one_object_and_no_other() {
    let (store, one, other) = (store().await, key("one"), key("other"));
    for key in [&one, &other] {
        store.put(key, text("goedemorgen"), Condition::Always).await.expect("stored");
    }
    let presigned = store.presign_get(&one).await.expect("an address");

    let answer = send(&presigned, "").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.text().await.expect("a body"), "goedemorgen");

    let tampered = Presigned { url: presigned.url.replace(one.as_str(), other.as_str()), ..presigned };
    assert_eq!(send(&tampered, "").await.status(), StatusCode::FORBIDDEN);
    assert!(tampered.url.contains("X-Amz-Expires=600"), "ten minutes");
    assert!(!format!("{tampered:?}").contains("http"), "no address in a log");
}

#[tokio::test]
async fn a_presigned_put_takes_the_type_and_the_length_that_were_fixed() {
    let (store, key) = (store().await, key("upload"));
    let presigned = store.presign_put(&key, "text/plain", 5).await.expect("an address");

    let longer = send(&presigned, "123456").await;
    assert_eq!(longer.status(), StatusCode::FORBIDDEN);
    let mut other_type = presigned.clone();
    other_type.headers.retain(|(name, _)| name != "content-type");
    other_type.headers.push(("content-type".to_owned(), "text/html".to_owned()));
    assert_eq!(send(&other_type, "12345").await.status(), StatusCode::FORBIDDEN);
    assert!(matches!(store.get(&key, MIB).await, Err(BlobError::Absent(_))), "nothing was stored");

    assert_eq!(send(&presigned, "12345").await.status(), StatusCode::OK);
    assert_eq!(read(&store, &key).await, "12345");
}

#[tokio::test]
async fn a_long_list_comes_in_slices_by_name() {
    let store = store().await;
    let folder = folder();
    let name = |number: u32| BlobKey::parse(format!("{folder}/{number:04}")).expect("a key");
    let keys: Vec<_> = (0..1003).map(name).collect();
    for some in keys.chunks(50) {
        let puts = some.iter().map(|key| store.put(key, text("."), Condition::Always));
        futures::future::try_join_all(puts).await.expect("stored");
    }

    let first = store.list(&format!("{folder}/"), None).await.expect("a slice");
    let second = store.list(&format!("{folder}/"), first.next.as_deref()).await.expect("a slice");

    assert_eq!((first.objects.len(), second.objects.len(), &second.next), (1000, 3, &None));
    let listed = first.objects.iter().chain(&second.objects);
    assert!(listed.clone().map(|listed| &listed.key).eq(&keys), "all of them, by name");
    assert!(listed.clone().all(|listed| listed.length == 1));
    for some in keys.chunks(50) {
        futures::future::try_join_all(some.iter().map(|key| store.delete(key))).await.expect("deleted");
    }
}

#[tokio::test]
async fn a_server_of_another_authority_is_not_believed() {
    let own = std::path::PathBuf::from(testing::stack::variable("TALL_TEST_CA_FILE"));
    let foreign = ReadableFile::open(own.with_file_name("foreign-ca.crt")).expect("an authority");
    let config = S3Config { ca_file: Some(foreign), ..testing::stack::section() };
    let store = S3Store::connect(&config).await.expect("a client");

    let answer = store.put(&key("any"), text("a"), Condition::Always).await;

    assert!(matches!(answer, Err(BlobError::Unavailable(_))), "{answer:?}");
}

#[tokio::test]
async fn another_services_bucket_is_denied() {
    let own = std::path::PathBuf::from(testing::stack::variable("TALL_TEST_S3__SECRET_KEY_FILE"));
    let secrets = own.parent().expect("a folder of secrets");
    for (identity, secret) in [("pii", "pii"), ("tests", "pii")] {
        let config = S3Config {
            access_key_id: Some(identity.to_owned()),
            secret_key_file: Some(SecretFile::read(secrets.join(secret)).expect("the secret of another")),
            ..testing::stack::section()
        };
        let store = S3Store::connect(&config).await.expect("a client");

        let denied = store.put(&key("any"), text("a"), Condition::Always).await;

        assert!(
            matches!(denied, Err(BlobError::Denied)),
            "{identity} with the secret of {secret}: {denied:?}"
        );
    }
}
