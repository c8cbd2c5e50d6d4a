//! The bus on the real servers of the test stack: Kafka, registry, PostgreSQL and the MongoDB protocol.

mod support;

mod claims;
mod consumer;
#[cfg(feature = "failpoints")]
mod crash;
mod dead_letters;
mod follower;
mod inbox;
mod outbox;
mod parking;
mod pool;
mod publications;
mod rebalance;
mod relay;
mod shutdown;
mod tool;
mod trace;
