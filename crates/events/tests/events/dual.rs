use crate::values::any_value;
use apache_avro::{Schema, from_value};
use events::{DualPublished, Event, Fact, profile::*};
use proptest::{prelude::*, test_runner::TestRunner};

/// `down(up(v1)) == v1`, for every value of the older schema.
fn law<E: DualPublished>() {
    let schema = Schema::parse_str(E::V1::SCHEMA).expect("a schema");
    TestRunner::new(ProptestConfig { failure_persistence: None, ..Default::default() })
        .run(&any_value(&schema), |value| {
            let older: E::V1 = from_value(&value).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(E::up(older.clone()).down(), older);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{}: {error}", E::TYPE));
}

/// The newer event, published, is also the older one on the older topic, under the same key.
fn published_twice<E: DualPublished>() {
    let schema = Schema::parse_str(E::SCHEMA).expect("a schema");
    TestRunner::new(ProptestConfig { failure_persistence: None, ..Default::default() })
        .run(&any_value(&schema), |value| {
            let event: E = from_value(&value).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let older = Fact::of(event.clone()).older();
            let older = older.ok_or_else(|| TestCaseError::fail("nothing on the older topic"))?;
            prop_assert_eq!(older.topic(), E::V1::TOPIC);
            prop_assert_ne!(older.topic(), E::TOPIC);
            prop_assert_eq!(older.key(), event.key());
            prop_assert_eq!(older.get::<E::V1>(), Some(&event.down()));
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{}: {error}", E::TYPE));
}

macro_rules! dual {
    ($($name:ident: $event:ty,)+) => {$(
        mod $name {
            use super::*;

            #[test]
            fn older_to_newer_to_older_is_the_same() {
                law::<$event>();
            }

            #[test]
            fn newer_is_published_as_older_too() {
                published_twice::<$event>();
            }
        }
    )+};
}

dual! {
    user_created: UserCreated,
    user_updated: UserUpdated,
    user_role_changed: UserRoleChanged,
    user_status_changed: UserStatusChanged,
    teacher_linked: TeacherLinked,
    teacher_unlinked: TeacherUnlinked,
    user_deleted: UserDeleted,
}

/// The sub-second part is what the older version cannot tell, so it must not be rounded into the next second.
#[test]
fn the_older_instant_is_the_second_that_had_begun() {
    let fact = crate::samples::samples().into_iter().find(|fact| fact.get::<UserDeleted>().is_some());
    let older = fact.as_ref().and_then(Fact::older).expect("the older fact");
    let datum = older.to_avro_datum().expect("a datum");
    let schema = Schema::parse_str(older.schema()).expect("a schema");
    assert_eq!(crate::files::json(&schema, &datum)["at"], 1_795_422_600);
}
