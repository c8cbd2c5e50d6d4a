//! On the Secrets Manager of the test stack.

use aws_sdk_secretsmanager::Client;
use boot::{
    Random, SystemRandom,
    aws::{AwsAccess, AwsIdentity, sdk_config},
};
use secrets::{SecretError, SecretStore, SecretsConfig, SecretsManager, VersionedKeys};

const ONE: &str = r#"{"current":"1","keys":{"1":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}}"#;
const TWO: &str = r#"{"current":"2","keys":{"1":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","2":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="}}"#;

fn config() -> SecretsConfig {
    testing::stack::section()
}

async fn store() -> SecretsManager {
    SecretsManager::connect(&config()).await.expect("a client")
}

/// The operator's side.
async fn operator() -> Client {
    let config = config();
    let identity = AwsIdentity::from_parts(config.access_key_id.as_deref(), config.secret_key_file.as_ref())
        .expect("whole");
    let access = AwsAccess { endpoint: config.endpoint, ca: config.ca_file, region: config.region, identity };
    Client::new(&sdk_config(&access).await.expect("authorities"))
}

/// A name that no other test, in this run or another, has.
fn name() -> String {
    let random: &dyn Random = &SystemRandom;
    format!("secrets-tests/{:032x}", u128::from_le_bytes(random.array()))
}

async fn version(store: &SecretsManager, name: &str) -> String {
    let value = store.fetch(name).await.expect("a value");
    VersionedKeys::parse(name, &value).expect("keys").current().0.to_owned()
}

#[tokio::test]
async fn a_rotated_secret_is_fetched_in_its_new_version_until_it_is_deleted() {
    let (store, operator, name) = (store().await, operator().await, name());
    let id = format!("tall/{name}");

    operator.create_secret().name(&id).secret_string(ONE).send().await.expect("made");
    assert_eq!(version(&store, &name).await, "1");

    operator.put_secret_value().secret_id(&id).secret_string(TWO).send().await.expect("rotated");
    assert_eq!(version(&store, &name).await, "2");

    operator
        .delete_secret()
        .secret_id(&id)
        .force_delete_without_recovery(true)
        .send()
        .await
        .expect("deleted");
    let gone = store.fetch(&name).await.expect_err("gone");
    assert!(matches!(&gone, SecretError::Absent(absent) if *absent == name), "{gone:?}");
}

#[tokio::test]
async fn the_provisioned_keys_are_well_formed() {
    let store = store().await;
    for name in ["profile/signing", "profile/refresh", "pii/kek", "pii/intake", "public/pii-intake"] {
        assert!(!version(&store, name).await.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn a_store_that_is_down_is_told_from_a_secret_that_is_absent() {
    let closed =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let endpoint = boot::PublicUrl::parse(&format!("http://{closed}")).expect("an address");
    let store = SecretsManager::connect(&SecretsConfig { endpoint: Some(endpoint), ..config() })
        .await
        .expect("a client");

    let error = store.fetch("profile/signing").await.expect_err("down");

    assert!(
        matches!(&error, SecretError::Unavailable { name, .. } if name == "profile/signing"),
        "{error:?}"
    );
}
