//! Any value of a schema, for properties that hold of all of them.

use apache_avro::{
    Schema,
    schema::{Name, RecordSchema},
    types::Value,
};
use chrono::{DateTime, Utc};
use proptest::{
    collection::{hash_map, vec},
    prelude::*,
};
use std::collections::HashMap;
use uuid::Uuid;

type Names = HashMap<Name, Schema>;

/// Any value of `schema` that the Rust types take: ids are UUIDs, instants are ones that chrono has.
pub fn any_value(schema: &Schema) -> BoxedStrategy<Value> {
    let mut names = Names::new();
    collect(schema, &mut names);
    of(schema, &names, "")
}

fn collect(schema: &Schema, names: &mut Names) {
    if let Some(name) = schema.name()
        && !matches!(schema, Schema::Ref { .. })
    {
        names.insert(name.clone(), schema.clone());
    }
    match schema {
        Schema::Record(record) => record.fields.iter().for_each(|field| collect(&field.schema, names)),
        Schema::Array(array) => collect(&array.items, names),
        Schema::Map(map) => collect(&map.types, names),
        Schema::Union(union) => union.variants().iter().for_each(|variant| collect(variant, names)),
        _ => {}
    }
}

fn of(schema: &Schema, names: &Names, field: &str) -> BoxedStrategy<Value> {
    match schema {
        Schema::Null => Just(Value::Null).boxed(),
        Schema::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Schema::Int => any::<i32>().prop_map(Value::Int).boxed(),
        Schema::Long => long(field).prop_map(Value::Long).boxed(),
        Schema::Double => {
            use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
            (POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO).prop_map(Value::Double).boxed()
        }
        Schema::Bytes => vec(any::<u8>(), 0..64).prop_map(Value::Bytes).boxed(),
        Schema::String => text(field).prop_map(Value::String).boxed(),
        Schema::TimestampMillis => {
            let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
            (first.timestamp_millis()..=last.timestamp_millis()).prop_map(Value::TimestampMillis).boxed()
        }
        Schema::Enum(symbols) => {
            let symbols = symbols.symbols.clone();
            (0..symbols.len())
                .prop_map(move |index| Value::Enum(index as u32, symbols[index].clone()))
                .boxed()
        }
        Schema::Array(array) => vec(of(&array.items, names, field), 0..4).prop_map(Value::Array).boxed(),
        Schema::Map(map) => {
            hash_map("[a-z]{2}", of(&map.types, names, field), 0..4).prop_map(Value::Map).boxed()
        }
        Schema::Union(union) => {
            let variant = |(index, variant): (usize, &Schema)| {
                let index = index as u32;
                of(variant, names, field).prop_map(move |value| Value::Union(index, Box::new(value))).boxed()
            };
            proptest::strategy::Union::new(union.variants().iter().enumerate().map(variant)).boxed()
        }
        Schema::Record(record) => record_of(record, names),
        Schema::Ref { name } => of(&names[name], names, field),
        other => panic!("no event has a field of {other:?}"),
    }
}

fn record_of(record: &RecordSchema, names: &Names) -> BoxedStrategy<Value> {
    let fields = record.fields.iter().map(|field| {
        let name = field.name.clone();
        of(&field.schema, names, &field.name).prop_map(move |value| (name.clone(), value)).boxed()
    });
    fields.collect::<Vec<_>>().prop_map(Value::Record).boxed()
}

/// `at` of the first version is seconds; chrono has those of the years -262143 to 262142.
fn long(field: &str) -> BoxedStrategy<i64> {
    match field {
        "at" => (DateTime::<Utc>::MIN_UTC.timestamp()..=DateTime::<Utc>::MAX_UTC.timestamp()).boxed(),
        _ => any::<i64>().boxed(),
    }
}

fn text(field: &str) -> BoxedStrategy<String> {
    if ["_id", "_ids", "_by"].iter().any(|end| field.ends_with(end)) {
        return any::<u128>().prop_map(|bits| Uuid::from_u128(bits).to_string()).boxed();
    }
    match field {
        "products" => "[a-z][a-z0-9-]{0,20}".boxed(),
        _ => any::<String>().boxed(),
    }
}
