//! From configuration to a database.

use boot::config::{ConfigError, Settings};
use documents::{Documents, Error, MongoConfig, connect_uri};
use testing::stack;

use crate::support::{Scratch, Shelf, store_over, topic};

/// The parts of `mongodb://user:password@server/?options`.
struct Parts {
    user: String,
    password: String,
    address: String,
}

fn parts() -> Parts {
    let uri = stack::variable("TALL_TEST_MONGO_URI");
    let rest = uri.strip_prefix("mongodb://").expect("an address");
    let (login, tail) = rest.split_once('@').expect("with a user");
    let (user, password) = login.split_once(':').expect("and a password");
    Parts { user: user.to_owned(), password: password.to_owned(), address: format!("mongodb://{tail}") }
}

fn configured(variables: &[(&str, &str)]) -> Result<MongoConfig, ConfigError> {
    let variables =
        variables.iter().map(|(name, value)| (format!("TALL_MONGO__{name}"), (*value).to_owned()));
    Settings::from_variables(variables.chain([("TALL_CONFIG_DIRECTORY".to_owned(), "absent".to_owned())]))?
        .section()
}

#[tokio::test]
async fn a_configured_service_reaches_its_database() {
    let scratch = Scratch::new().await;
    let folder = tempfile::tempdir().expect("a folder");
    let parts = parts();
    for (password, reached) in [(parts.password.as_str(), true), ("another", false)] {
        let file = folder.path().join("password");
        std::fs::write(&file, format!("{password}\n")).expect("written");
        let config = configured(&[
            ("URI", &parts.address),
            ("USERNAME", &parts.user),
            ("PASSWORD_FILE", file.to_str().expect("a path")),
            ("DATABASE", scratch.name()),
        ]);
        let config = config.expect("complete");
        assert!(!format!("{config:?}").contains(password), "what is printed is redacted");
        let database = config.connect().await.expect("an address");
        let found = Documents::<Shelf>::new(&store_over(database)).get(topic()).await;
        assert_eq!(found.is_ok(), reached, "{found:?}");
    }
}

#[tokio::test]
async fn a_server_of_another_authority_is_not_believed() {
    let scratch = Scratch::new().await;
    let uri = stack::variable("TALL_TEST_MONGO_URI").replace("/ca.crt", "/foreign-ca.crt");
    let database = connect_uri(&uri, scratch.name()).await.expect("an address");

    let found = Documents::<Shelf>::new(&store_over(database)).get(topic()).await;

    assert!(matches!(found, Err(Error::Unavailable(_))), "{found:?}");
}

#[test]
fn a_wrong_setting_is_named() {
    let address = "mongodb://127.0.0.1:1";
    let refused =
        |variables: &[(&str, &str)]| configured(variables).expect_err("refused").variable().to_owned();
    assert_eq!(refused(&[("DATABASE", "one")]), "TALL_MONGO__URI");
    assert_eq!(refused(&[("URI", "mongodb://me:secret@127.0.0.1"), ("DATABASE", "one")]), "TALL_MONGO__URI");
    assert_eq!(refused(&[("URI", address), ("DATABASE", "")]), "TALL_MONGO__DATABASE");
    assert_eq!(
        refused(&[("URI", address), ("DATABASE", "one"), ("USERNAME", "me")]),
        "TALL_MONGO__PASSWORD_FILE"
    );
    assert_eq!(
        refused(&[("URI", address), ("DATABASE", "one"), ("MAX_CONNECTIONS", "0")]),
        "TALL_MONGO__MAX_CONNECTIONS"
    );
}
